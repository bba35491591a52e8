"""Near words count as far as they are near; names are met by themselves alone."""

from __future__ import annotations

from typing import Any

import numpy as np

from assistant.answers.nearness import WordVectors, met, words_of
from assistant.question.needs import Need, stemmed


class Planes:
    """Three words in a plane: bike and bicycle side by side, ferry apart. Refuses to run outside tests."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def embed_passages(self, texts: Any) -> Any:
        self.asked += list(texts)
        held = {"bike": (1.0, 0.0), "bicycle": (0.95, 0.31)}
        return np.array([held.get(text, (0.0, 1.0)) for text in texts], dtype=np.float32)

    def embed_query(self, text: str) -> Any:
        return self.embed_passages([text])[0]


def test_each_word_is_embedded_once_and_near_words_count() -> None:
    model = Planes()
    vectors = WordVectors.of(model)
    vectors.learn(["bike", "bicycle", "ferry"])
    vectors.learn(["ferry", "bike"])
    assert model.asked == ["bike", "bicycle", "ferry"]
    assert WordVectors.of(model) is vectors
    assert vectors.nearest("bike", ["ferry", "bicycle"]) == 1.0
    assert vectors.nearest("bike", ["ferry"]) == 0.0
    assert vectors.nearest("unknown", ["ferry"]) == 0.0


def test_a_name_has_no_near_words() -> None:
    text = stemmed("a bicycle costs six euros")
    assert met(Need("bike", ("bike",)), text, 0.9) == 0.9
    assert met(Need("Bike", ("bike",), name=True), text, 0.9) == 0.0
    assert met(Need("bicycle", ("bicycl",)), text, 0.0) in (0.0, 1.0)


def test_words_that_carry_a_topic() -> None:
    assert words_of("The bicycle costs 6 euros, the bicycle!") == ("bicycle", "costs", "euros")
