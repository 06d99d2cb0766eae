/** Report, plan and subjects → the plan document that the task asks for, as Markdown or as one page of HTML. */
import type { Material } from './outline/outline.ts';

export { PARTS } from './outline/parts.ts';
export type { Material } from './outline/outline.ts';
export type { PartId } from './outline/document.ts';

export type RenderFormat = 'markdown' | 'html';

/** The same material gives the same bytes. What lays diagrams out is loaded only now. */
export async function renderPlan(material: Material, format: RenderFormat): Promise<string> {
  const { outlineOf } = await import('./outline/outline.ts');
  const document = outlineOf(material);
  if (format === 'html') return (await import('./html/page.ts')).page(document);
  return (await import('./markdown/page.ts')).page(document);
}
