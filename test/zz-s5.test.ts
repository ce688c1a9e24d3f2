import { writeFileSync } from 'node:fs';
import { it } from 'vitest';
import { byChance } from '/work/main/test/golden/chance.ts';
import { initial } from '/work/main/shared/folds.ts';
it('night', { timeout: 300_000 }, () => {
  const t = performance.now();
  let text = '';
  try {
    const space = byChance({ state: initial, entries: [] });
    const n: Record<string, number> = {};
    for (const e of space.entries) for (const { type } of e.events) if (type.startsWith('anpr')) n[type] = (n[type] ?? 0) + 1;
    text = JSON.stringify({ entries: space.entries.length, n });
  } catch (e) { text = String(e); }
  writeFileSync('/tmp/s5-night.json', text + ' ' + Math.round(performance.now() - t));
});
