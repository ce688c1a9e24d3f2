import { DrawBar } from './DrawBar.tsx';
import { DrawEffect } from './DrawEffect.tsx';
import { useTool } from './state.ts';
import { MeasureBar } from './MeasureBar.tsx';

/** The bar of the tool in hand, over the map. */
export function DrawTools() {
  const tool = useTool((one) => one.tool);
  switch (tool?.name) {
    case 'draw':
      return <DrawBar key={tool.perimeter ?? tool.incident} draft={tool} />;
    case 'measure':
      return <MeasureBar line={tool.line} />;
    case 'effect':
      return <DrawEffect key={tool.perimeter ?? tool.incident} effect={tool} />;
    default:
      return null;
  }
}
