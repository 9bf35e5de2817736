"""Words that a scenario file gives in several languages."""

from pydantic import Field, model_validator

from sim.design import Frozen
from sim.message import Message


class Text(Frozen):
    """The same words in three languages, or in some of them."""

    en: str | None = Field(None, description="English.")
    sv: str | None = Field(None, description="Swedish.")
    da: str | None = Field(None, description="Danish.")

    @model_validator(mode="after")
    def _check_words(self) -> "Text":
        if not self.spoken:
            languages = ", ".join(Text.model_fields)
            raise ValueError(
                Message("missing, expected words in one of {languages}", languages=languages)
            )
        return self

    @property
    def spoken(self) -> list[str]:
        """The codes of the languages that it is given in."""
        return [code for code in Text.model_fields if getattr(self, code) is not None]

    def in_language(self, code: str) -> str:
        """Return it in a language, or if it is not given in that, in the first that it is in."""
        return str(getattr(self, code if code in self.spoken else self.spoken[0]))
