import { useTranslation } from 'react-i18next';
import type { Perimeter } from '../../../shared/subject/perimeter/schema.ts';
import { Tag } from '../../part/Tag.tsx';
import { momentOf } from '../../part/time.ts';
import { usePicture } from '../../store.ts';

/** How far the order to enforce it is, as the logbook knows: given, received, executed. */
export function OrderState({ row, brief }: { row: Perimeter; brief?: boolean }) {
  const { t } = useTranslation();
  const { order } = row;
  const entry = usePicture((p) =>
    order === undefined ? undefined : p.shown.journal.entries.get(order.entry),
  );
  if (!order) return brief ? <Tag>{t('perimeter.notOrdered')}</Tag> : null;
  const far = entry?.corrected
    ? 'corrected'
    : entry?.executed
      ? 'executed'
      : entry?.received
        ? 'received'
        : 'sent';
  const word = t(`perimeter.order-${far}`);
  const at = momentOf(
    (far === 'executed' || far === 'received' ? entry?.[far]?.at : 0) || order.at,
  );
  const whole = `${t('perimeter.ordered', { to: order.to })}: ${word} ${at}`;
  if (!brief) return <p>{whole}</p>;
  return (
    <Tag
      tone={far === 'executed' ? 'good' : far === 'received' ? 'accent' : 'warn'}
      icon={far === 'executed' || far === 'received' ? 'tick' : 'clock'}
      title={whole}
    >
      <span data-testid="order-state">
        {t('perimeter.orderText')} {word}
      </span>
    </Tag>
  );
}
