/** Where the nodes of a picture of neighbours are: those that have a place keep it, new ones go where there is room. */

/** A place in the picture. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** How far nodes are apart at least: across, where their names are, and down. */
const ROOM = { x: 112, y: 66 };
/** From a node to the first ring around it, and from ring to ring. */
const RING = 150;
/** Room around a node for its own name and for the lines that lead away from it. */
const INNER = 44;
/** How many angles are tried on a ring of the first radius. */
const ANGLES = 16;
const MOST_RINGS = 40;

/**
 * Places new nodes around one that has a place.
 * @param settled the places taken, by id; none of them changes
 * @param origin the id of the node that they are neighbours of
 * @param ids the new ones, in the order in which they take the nearest room
 */
export function placeAround(
  settled: ReadonlyMap<string, Place>,
  origin: string,
  ids: readonly string[],
): ReadonlyMap<string, Place> {
  const places = new Map(settled);
  const middle = places.get(origin) ?? { x: 0, y: 0 };
  places.set(origin, middle);
  // Away from the middle of the picture: what is there already is mostly on that side.
  const outward = middle.x === 0 && middle.y === 0 ? -Math.PI / 2 : Math.atan2(middle.y, middle.x);
  for (const id of ids) {
    if (!places.has(id)) places.set(id, firstRoom([...places.values()], middle, outward));
  }
  return places;
}

function firstRoom(taken: readonly Place[], middle: Place, outward: number): Place {
  for (let ring = 1; ring <= MOST_RINGS; ring++) {
    const angles = ANGLES * ring;
    for (let turn = 0; turn < angles; turn++) {
      // To both sides of the way out by turns, so that a ring fills up evenly.
      const side = (turn % 2 === 0 ? 1 : -1) * Math.ceil(turn / 2);
      // Every other ring fills the gaps of the one before, so that no line runs through a node.
      const angle = outward + ((side + (ring % 2 === 0 ? 0.5 : 0)) * 2 * Math.PI) / angles;
      const spot = {
        x: Math.round(middle.x + Math.cos(angle) * (RING * ring + INNER) * 1.25),
        y: Math.round(middle.y + Math.sin(angle) * (RING * ring + INNER) * 0.8),
      };
      if (taken.every((each) => Math.abs(each.x - spot.x) >= ROOM.x || Math.abs(each.y - spot.y) >= ROOM.y))
        return spot;
    }
  }
  return { x: middle.x, y: middle.y + RING * (MOST_RINGS + taken.length) };
}
