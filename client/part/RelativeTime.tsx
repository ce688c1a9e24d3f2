import { useTranslation } from 'react-i18next';
import { ageText, fullOf, serverNow, useNow } from './time.ts';

/** How long ago, ticking; the exact time as its tip and for machines. `at`: ISO 8601. */
export function RelativeTime({ at, className }: { at: string; className?: string | undefined }) {
  useTranslation();
  const young = serverNow() - Date.parse(at) < 70_000;
  useNow(young ? 1000 : 10_000);
  return (
    <time dateTime={at} title={fullOf(at)} className={className}>
      {ageText(serverNow() - Date.parse(at))}
    </time>
  );
}
