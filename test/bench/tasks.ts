import type { Page } from 'playwright-core';

/** Long tasks (over 50 ms, as the browser counts them) and frames of a page from now on. */
export interface TasksSeen {
  /** Milliseconds each. */
  long: number[];
  frames: number;
}

export async function watchTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen = { long: [] as number[], frames: 0 };
    (window as unknown as { seen: typeof seen }).seen = seen;
    new PerformanceObserver((list) =>
      seen.long.push(...list.getEntries().map((one) => one.duration)),
    ).observe({ entryTypes: ['longtask'] });
    const count = () => {
      seen.frames += 1;
      requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
  });
}

export const tasksSeen = (page: Page): Promise<TasksSeen> =>
  page.evaluate(() => (window as unknown as { seen: TasksSeen }).seen);
