"""Which reports are read: those in English, and those whose language nothing tells.

The embedded reader knows English only. Reading another language with it would print statements
that nobody made; such a report stays in the case, and the brief says that it was not read.
"""

from __future__ import annotations

from twosource.brief.marks import report_label
from twosource.model.report import Report

READ_LANGUAGE = "en"

LANGUAGE_NAMES = {
    "ar": "Arabic",
    "be": "Belarusian",
    "bg": "Bulgarian",
    "bn": "Bengali",
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "es": "Spanish",
    "et": "Estonian",
    "fa": "Persian",
    "fi": "Finnish",
    "fr": "French",
    "ga": "Irish",
    "he": "Hebrew",
    "hi": "Hindi",
    "hr": "Croatian",
    "hu": "Hungarian",
    "id": "Indonesian",
    "it": "Italian",
    "ja": "Japanese",
    "ka": "Georgian",
    "kk": "Kazakh",
    "ko": "Korean",
    "lt": "Lithuanian",
    "lv": "Latvian",
    "ms": "Malay",
    "nb": "Norwegian Bokmål",
    "nl": "Dutch",
    "no": "Norwegian",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sk": "Slovak",
    "sl": "Slovenian",
    "sq": "Albanian",
    "sr": "Serbian",
    "sv": "Swedish",
    "sw": "Swahili",
    "ta": "Tamil",
    "te": "Telugu",
    "th": "Thai",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "vi": "Vietnamese",
    "zh": "Chinese",
}
"""English names of ISO 639-1 codes; a code that is not here is printed as it is."""


def is_read(report: Report) -> bool:
    """Whether the report is read for statements: it is in English, or nothing tells."""
    if report.language is None:
        return True
    return report.language.lower().partition("-")[0] == READ_LANGUAGE


def language_of(report: Report) -> str:
    """The report's language in words, for people: ``Russian (ru)``."""
    code = report.language or "unknown"
    name = LANGUAGE_NAMES.get(code.lower().partition("-")[0])
    return f"{name} ({code})" if name else f"the language {code!r}"


def language_note(number: int, report: Report) -> str:
    """The sentence of the brief that says that report ``number`` (from 0) was not read."""
    return (
        f"{report_label(number)} ({report.file}) is in {language_of(report)} and was not read: "
        "only reports in English are read for statements."
    )
