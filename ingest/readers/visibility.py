"""What can be seen on a PDF page: text that is invisible, white on white, off the page or covered is withheld."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any

_MAX_OBJECTS = 60_000
_MAX_DEPTH = 6
_SCALE = 1.5  # pixels to the point of the picture in which doubtful places are looked at


@dataclass(frozen=True, slots=True)
class _Cover:
    order: int
    box: tuple[float, float, float, float]


class Visibility:
    """Judges the characters of one page by its objects, and where these leave a doubt by its picture."""

    def __init__(self, page: Any) -> None:
        """Look through the objects of a pypdfium2 page."""
        self._page = page
        self.page_box: tuple[float, float, float, float] = tuple(page.get_bbox())
        self.rules: list[tuple[float, float, float, float]] = []
        self.images: list[tuple[float, float, float, float]] = []
        self.paths = 0
        self._orders: dict[int | None, int] = {}
        self._covers: list[_Cover] = []
        self._opaque_images: list[_Cover] = []
        self._picture: Any = None
        self._walk(page.raw, None, 0)

    def shows(self, mode: int, colour: tuple[int, int, int, int]) -> bool:
        """Say whether text of this rendering mode and colour leaves any ink; modes 3 and 7 draw nothing."""
        if mode in (3, 7) or colour[3] < 12:
            return False
        # White text needs something dark below it: a filled shape or a picture somewhere on the page.
        return not self.is_pale(colour) or bool(self._covers or self.images)

    @staticmethod
    def is_pale(colour: tuple[int, int, int, int]) -> bool:
        """Say whether a colour can hardly be told from white paper."""
        return min(colour[:3]) >= 225

    def conceals(self, key: int | None, box: tuple[float, float, float, float], *, pale: bool = False) -> bool:
        """Say whether the character at ``box`` is off the page, covered, or of the colour of what it stands on."""
        left, bottom, right, top = self.page_box
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        if not (left - 1 <= x <= right + 1 and bottom - 1 <= y <= top + 1):
            return True
        order = self._orders.get(key, _MAX_OBJECTS)
        if any(_inside(x, y, image.box) and image.order > order for image in self._opaque_images):
            return True
        doubtful = pale or any(_inside(x, y, cover.box) for cover in self._covers)
        return doubtful and box[2] - box[0] > 0.5 and not self._has_contrast(box)

    def image_share(self) -> float:
        """Return the share of the page that its largest picture takes."""
        left, bottom, right, top = self.page_box
        area = max(1.0, (right - left) * (top - bottom))
        return max((max(0.0, i[2] - i[0]) * max(0.0, i[3] - i[1]) / area for i in self.images), default=0.0)

    def _walk(self, container: Any, parent: Any, depth: int) -> None:
        import pypdfium2.raw as pdfium

        count = (
            pdfium.FPDFPage_CountObjects(container) if parent is None else pdfium.FPDFFormObj_CountObjects(container)
        )
        for index in range(min(count, _MAX_OBJECTS - len(self._orders))):
            item = (
                pdfium.FPDFPage_GetObject(container, index)
                if parent is None
                else pdfium.FPDFFormObj_GetObject(container, index)
            )
            kind = pdfium.FPDFPageObj_GetType(item)
            order = len(self._orders)
            self._orders[ctypes.cast(item, ctypes.c_void_p).value] = order
            if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _MAX_DEPTH:
                matrix = pdfium.FS_MATRIX()
                pdfium.FPDFPageObj_GetMatrix(item, matrix)
                self._walk(item, _times(_values(matrix), parent), depth + 1)
            elif kind in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE):
                box = _bounds(item, parent)
                if box is None:
                    continue
                if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                    self.images.append(box)
                    if not pdfium.FPDFPageObj_HasTransparency(item):
                        self._opaque_images.append(_Cover(order, box))
                else:
                    self._path(item, order, box, parent)

    def _path(self, item: Any, order: int, box: tuple[float, float, float, float], parent: Any) -> None:
        import pypdfium2.raw as pdfium

        self.paths += 1
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
        width, height = box[2] - box[0], box[3] - box[1]
        segments = pdfium.FPDFPath_CountSegments(item)
        if fill.value:
            colour = [ctypes.c_uint() for _ in range(4)]
            pdfium.FPDFPageObj_GetFillColor(item, *colour)
            white = min(part.value for part in colour[:3]) > 240
            if colour[3].value > 12 and min(width, height) > 3 and not (white and order < 3):
                self._covers.append(_Cover(order, box))
            if colour[3].value > 12 and min(width, height) <= 3 < max(width, height) and not white:
                self.rules.append(box)
        if stroke.value and (min(width, height) <= 3 or segments in (4, 5)) and max(width, height) > 3:
            if min(width, height) <= 3:
                self.rules.append(box)
            else:  # a frame: four rules
                x0, y0, x1, y1 = box
                self.rules += [(x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)]

    def _has_contrast(self, box: tuple[float, float, float, float]) -> bool:
        picture = self._render()
        left, _, _, top = self.page_box
        height, width = picture.shape[:2]
        x0, x1 = (int((value - left) * _SCALE) for value in (box[0], box[2]))
        y0, y1 = (int((top - value) * _SCALE) for value in (box[3], box[1]))
        part = picture[max(0, y0) : min(height, y1 + 1), max(0, x0) : min(width, x1 + 2)]
        return bool(part.size == 0 or int(part.max()) - int(part.min()) > 24)

    def _render(self) -> Any:
        if self._picture is None:
            rotation = self._page.get_rotation()
            bitmap = self._page.render(
                scale=_SCALE, rotation=(360 - rotation) % 360, grayscale=True, may_draw_forms=False
            )
            picture = bitmap.to_numpy()
            self._picture = picture[:, :, 0] if picture.ndim == 3 else picture
        return self._picture


def _inside(x: float, y: float, box: tuple[float, float, float, float]) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _bounds(item: Any, parent: tuple[float, ...] | None) -> tuple[float, float, float, float] | None:
    import pypdfium2.raw as pdfium

    edges = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(item, *edges):
        return None
    left, bottom, right, top = (edge.value for edge in edges)
    if parent is None:
        return left, bottom, right, top
    a, b, c, d, e, f = parent
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in (left, right) for y in (bottom, top)]
    return (
        min(p[0] for p in corners),
        min(p[1] for p in corners),
        max(p[0] for p in corners),
        max(p[1] for p in corners),
    )


def _values(matrix: Any) -> tuple[float, ...]:
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _times(inner: tuple[float, ...], outer: tuple[float, ...] | None) -> tuple[float, ...]:
    """Return the matrix that applies ``inner`` first, then ``outer``."""
    if outer is None:
        return inner
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m
