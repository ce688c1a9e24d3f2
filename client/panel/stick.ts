import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

/**
 * A list that grows at its end. It opens at the first unread entry, or at the end; it follows the end
 * while a person is there, and stays where it is while they read further up: `below` then says that
 * something came.
 */
export function useStick(last: string | undefined, length: number, firstNew: string | undefined) {
  const scroll = useRef<HTMLDivElement>(null);
  const stuck = useRef(true);
  const opened = useRef(false);
  const [below, setBelow] = useState(false);

  const toBottom = useCallback(() => {
    stuck.current = true;
    scroll.current?.scrollTo({ top: scroll.current.scrollHeight });
    setBelow(false);
  }, []);

  useLayoutEffect(() => {
    const element = scroll.current;
    if (!element || length === 0) return;
    if (!opened.current) {
      opened.current = true;
      const mark = firstNew === undefined ? null : document.getElementById(`entry-${firstNew}`);
      if (mark) mark.scrollIntoView({ block: 'start' });
      else element.scrollTop = element.scrollHeight;
      stuck.current = atEnd(element);
    } else if (stuck.current) element.scrollTop = element.scrollHeight;
    // Only the end matters: older entries that are shown on asking do not move it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [last]);

  const known = useRef(last);
  useEffect(() => {
    if (known.current !== last && !stuck.current) setBelow(true);
    known.current = last;
  }, [last]);

  useEffect(() => {
    const element = scroll.current;
    if (!element) return;
    const onScroll = () => {
      stuck.current = atEnd(element);
      if (stuck.current) setBelow(false);
    };
    // The box under it grows while somebody writes: the end stays in view.
    const size = new ResizeObserver(() => {
      if (stuck.current) element.scrollTop = element.scrollHeight;
    });
    element.addEventListener('scroll', onScroll, { passive: true });
    size.observe(element);
    return () => {
      element.removeEventListener('scroll', onScroll);
      size.disconnect();
    };
  }, []);

  return { scroll, below, toBottom };
}

const atEnd = (element: HTMLElement): boolean =>
  element.scrollHeight - element.scrollTop - element.clientHeight < 40;
