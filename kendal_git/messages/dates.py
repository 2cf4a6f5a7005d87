"""Names of days and months, and dates and moments as a person reads them."""

from datetime import date, datetime

from kendal_git.model.message import Message, say

TEXTS = {
    "long": ("{weekday}, {day} {month}", "{weekday}, {day} {month}"),
    "short": ("{day} {month}", "{day} {month}"),
    "month": ("{month} {year}", "{month} {year}"),
    "moment": ("{day} pukul {hour} {zone}", "{day}, {hour} {zone}"),
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
    return say("dates.long", weekday=weekday(day), day=day.day, month=month(day))


def short_day(day: date) -> Message:
    """“25 November 2026”."""
    return say("dates.short", day=day.day, month=month(day))


def month(day: date) -> Message:
    """“November 2026”."""
    return say("dates.month", month=say(f"dates.month.{day.month}"), year=day.year)


def moment(at: datetime) -> Message:
    """“Rabu, 25 November 2026 pukul 06.00 WIB”; ``at`` is in the office's own zone."""
    return say("dates.moment", day=long_day(at), hour=f"{at:%H.%M}", zone=at.tzname())
