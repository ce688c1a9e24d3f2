import type { Page } from 'playwright-core';

/** Long tasks (over 50 ms, as the browser counts them) and frames of a page from now on. */
export interface TasksSeen {
  /** Milliseconds each. */
  long: number[];
  frames: number;
  /** Milliseconds from each frame to the next. */
  steps: number[];
}

export async function watchTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen = { long: [] as number[], frames: 0, steps: [] as number[] };
    (window as unknown as { seen: typeof seen }).seen = seen;
    new PerformanceObserver((list) =>
      seen.long.push(...list.getEntries().map((one) => one.duration)),
    ).observe({ entryTypes: ['longtask'] });
    let last = performance.now();
    const count = () => {
      const now = performance.now();
      seen.frames += 1;
      seen.steps.push(now - last);
      last = now;
      requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
  });
}

export const tasksSeen = (page: Page): Promise<TasksSeen> =>
  page.evaluate(() => (window as unknown as { seen: TasksSeen }).seen);
