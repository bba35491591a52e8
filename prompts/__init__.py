"""Words sent to a language model: Markdown files with named holes, and their loader. No logic."""

from __future__ import annotations

from prompts.loader import MissingVariables, Prompt, PromptError, UnknownPrompt, load_prompt

__all__ = ["MissingVariables", "Prompt", "PromptError", "UnknownPrompt", "load_prompt"]
