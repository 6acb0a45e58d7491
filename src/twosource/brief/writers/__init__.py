"""The writers of the brief. Each carries every line and every passage of one ``BriefDocument``."""
