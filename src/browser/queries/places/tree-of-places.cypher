// 区域树：谁位于谁之内 · A tree of places: what lies within what
// extent 为 PART 的是部分位于：园区跨区。 PART: the zone lies only partly within, it straddles a border.
MATCH tree = (:Place)-[:WITHIN|WITHIN_DATED]->(:Place)
RETURN tree
