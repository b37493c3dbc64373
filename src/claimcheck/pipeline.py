"""The whole flow on one screen; start reading here.

Article → Doc (language) → spans (extraction) → entities (linking) → claims. ``checking`` works on claims alone.
"""

from __future__ import annotations
