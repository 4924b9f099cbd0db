// 跨区的园区：部分位于 · Zones across borders: those that lie only partly within
// 适用于某区的政策只部分覆盖这样的园区。 A policy of one district covers such a zone only in part.
MATCH across = (:Place)-[within:WITHIN|WITHIN_DATED {extent: 'PART'}]->(:Place)
RETURN across
