/** Whether the page is as narrow as a phone. */

import { useEffect, useState } from 'preact/hooks';

const QUERY = '(max-width: 640px)';

/** Follows the width of the window. */
export function useIsNarrow(): boolean {
  const [isNarrow, setNarrow] = useState(matchMedia(QUERY).matches);
  useEffect(() => {
    const list = matchMedia(QUERY);
    const follow = () => setNarrow(list.matches);
    list.addEventListener('change', follow);
    return () => list.removeEventListener('change', follow);
  }, []);
  return isNarrow;
}
