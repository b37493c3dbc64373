"""Events: who does what in each clause, with its class, polarity and modality.

A predicate is the content verb of a clause with its prefix ("teilte … mit": mitteilen), a fixed phrase as a whole ("ums
Leben kommen"), an adjective or noun with its copula ("im Einsatz sein"), or a nominalized verb that carries figures of its
own ("die Entsendung von 12.000 Soldaten"). Auxiliaries and modals are no predicates, names of events without figure or
date neither.
"""

from __future__ import annotations

from claimcheck.extraction.events.items import is_same_item, item_class, item_classes
from claimcheck.extraction.events.predicates import find_predicates

__all__ = ["find_predicates", "is_same_item", "item_class", "item_classes"]
