"""Events that are invented by chance, and how outlets word them."""

from __future__ import annotations

import random
from datetime import datetime

_SYLLABLES = ("bar", "den", "fol", "gri", "hal", "ket", "lon", "mur", "nes", "pol", "ras", "tev")
# Each kind: two headlines, then sentences in two wordings each.
_KINDS = (
    (
        ("{org} recalls {n} heaters after fires", "Heaters of {org} called back: fires in {place}"),
        ("{org} called back {n} heaters on {day} after fires in {place}.",
         "After fires in {place} the maker {org} took back {n} heaters on {day}."),
        ("“Every owner gets a new one,” {who}, who leads the firm, said.",
         "{who}, the head of {org}, said: “Every owner gets a new one.”"),
        ("Nobody was hurt.", "No one was hurt, the fire service of {place} said."),
    ),
    (
        ("Court in {place} frees {who}", "{who} is free: court in {place} rules against {org}"),
        ("The court in {place} acquitted {who} on {day} of fraud against {org}.",
         "{who} did not defraud {org}, a court in {place} ruled on {day}."),
        ("“The evidence was thin,” said the judge, {other}.",
         "Judge {other} called the evidence “thin”."),
        ("The trial had lasted {n} days.", "It took the court {n} days to decide."),
    ),
    (
        ("{who} wins vote in {place}", "{place} elects {who} by {n} votes"),
        ("{who} was elected mayor of {place} on {day}, by {n} votes.",
         "Voters in {place} made {who} their mayor on {day}, {n} votes ahead."),
        ("“I shall listen to everybody,” {who} said.", "{who} promised to “listen to everybody”."),
        ("{other}, who lost, wants the votes counted again.",
         "The loser, {other}, asks for another count."),
    ),
    (
        ("{org} beat {place} in the final", "{org} take the cup: {place} lose by {n}"),
        ("{org} won the cup on {day}, {n} points ahead of {place}.",
         "{place} lost the final on {day}; {org} were {n} points better."),
        ("“We ran more than they did,” said the trainer, {who}.",
         "Trainer {who} said that the team “ran more”."),
        ("{other} was hurt and left the field.", "A player, {other}, had to be carried off."),
    ),
    (
        ("Strike at {org} in {place}", "{n} stop work at {org}"),
        ("{n} workers of {org} in {place} stopped work on {day}.",
         "At {org} in {place} {n} people have been on strike since {day}."),
        ("“We want what was promised,” {who} of the union said.",
         "The union wants “what was promised”, its speaker {who} said."),
        ("{org} calls the strike unlawful.", "{other}, for {org}, said the strike was unlawful."),
    ),
    (
        ("Bridge at {place} closed", "Cracks close the bridge at {place}, says {who}"),
        ("The bridge at {place} was closed on {day} after {n} cracks were found.",
         "{n} cracks were found in the bridge at {place}, which has been closed since {day}."),
        ("“It will stay closed until spring,” said the engineer, {who}.",
         "Engineer {who} expects it to be closed “until spring”."),
        ("{org} is to mend it.", "The firm {org} will repair it, {other} of the council said."),
    ),
)  # fmt: skip


class Event:
    """Something that happened, with names and numbers like no other's.

    Args:
        chance: what all of it is drawn from.
    """

    def __init__(self, chance: random.Random) -> None:
        self.kind = chance.choice(_KINDS)
        self.facts = {
            "place": _name(chance),
            "org": _name(chance),
            "who": f"{_name(chance)} {_name(chance)}",
            "other": f"{_name(chance)} {_name(chance)}",
            "n": str(chance.randint(12, 999)),
        }


def told_of(event: Event, date: datetime, chance: random.Random) -> str:
    """Return one outlet's report: a headline, the date, and sentences in wordings of its own."""
    headline, *sentences = (chance.choice(wordings) for wordings in event.kind)
    dated = f"Published: {date:%d %B %Y %H:%M} UTC"
    lines = "\n".join((headline, dated, *sentences))
    return lines.format(day=f"{date:%A}", **event.facts)


def _name(chance: random.Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(3)).capitalize()
