"""Names of days and months, and a date as a person reads it."""

from datetime import date

from kendal_git.model.message import Message, say

TEXTS = {
    "long": ("{weekday}, {day} {month} {year}", "{weekday}, {day} {month} {year}"),
    "weekday.0": ("Senin", "Monday"),
    "weekday.1": ("Selasa", "Tuesday"),
    "weekday.2": ("Rabu", "Wednesday"),
    "weekday.3": ("Kamis", "Thursday"),
    "weekday.4": ("Jumat", "Friday"),
    "weekday.5": ("Sabtu", "Saturday"),
    "weekday.6": ("Minggu", "Sunday"),
    "month.1": ("Januari", "January"),
    "month.2": ("Februari", "February"),
    "month.3": ("Maret", "March"),
    "month.4": ("April", "April"),
    "month.5": ("Mei", "May"),
    "month.6": ("Juni", "June"),
    "month.7": ("Juli", "July"),
    "month.8": ("Agustus", "August"),
    "month.9": ("September", "September"),
    "month.10": ("Oktober", "October"),
    "month.11": ("November", "November"),
    "month.12": ("Desember", "December"),
}


def weekday(day: date) -> Message:
    """“Rabu”."""
    return say(f"dates.weekday.{day.weekday()}")


def long_day(day: date) -> Message:
    """“Rabu, 25 November 2026”."""
    return say("dates.long", weekday=weekday(day), day=day.day, month=say(f"dates.month.{day.month}"), year=day.year)
