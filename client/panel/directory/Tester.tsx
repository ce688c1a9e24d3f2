import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { placeOf, resolve, whereIs } from '../../../shared/plan/resolve.ts';
import { Field, Select } from '../../part/Field.tsx';
import { serverNow, useNow } from '../../part/time.ts';
import { planInForce } from '../../plan.ts';
import { usePicture } from '../../store.ts';
import { selectedIncident } from '../do.ts';
import { momentOfWall, wallText } from './duty-form.ts';
import { inLang, placeName, placesOf, useNaming } from './names.ts';
import { TestedList } from './TestedList.tsx';
import css from './directory.module.css';

const FUNCTION = 'f:';
const CATEGORY = 'c:';

/** "Who would be called?": the same question that a step of the plan asks, for any place and any hour, with the reasons. */
export function Tester() {
  const { t } = useTranslation();
  const naming = useNaming();
  const { plan, lang } = naming;
  const directory = usePicture((p) => p.shown.directory);
  const [wanted, setWanted] = useState(`${FUNCTION}mayor`);
  const [municipality, setMunicipality] = useState(ofSelected);
  const [manager, setManager] = useState('');
  // Empty: now, and it goes on.
  const [moment, setMoment] = useState('');
  const minute = Math.floor(useNow(60_000) / 60_000) * 60_000;
  const at = momentOfWall(moment) ?? new Date(minute).toISOString();

  const where = useMemo(
    () => ({
      ...(municipality ? placeOf(municipality, at, plan) : {}),
      ...(manager ? { manager } : {}),
    }),
    [municipality, manager, at, plan],
  );
  const found = useMemo(() => {
    const id = wanted.slice(FUNCTION.length);
    const everyone = plan.functions.map((one) => one.id);
    const reach = wanted.startsWith(CATEGORY)
      ? { functions: [], categories: [id] }
      : { functions: id ? [id] : everyone };
    return resolve(reach, where, at, { directory, plan });
  }, [wanted, where, at, directory, plan]);

  const byName = (a: { label: string }, b: { label: string }) =>
    a.label.localeCompare(b.label, lang);
  const functions = plan.functions
    .map(({ id, name }) => ({ value: FUNCTION + id, label: inLang(name, lang) }))
    .sort(byName);
  const categories = plan.categories.map(({ id, name }) => ({
    value: CATEGORY + id,
    label: t('directory.whyCategory', { name: inLang(name, lang) }),
  }));
  const places = (scope: 'municipality' | 'manager') =>
    placesOf(scope, naming).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className={css.page} data-testid="directory-tester">
      <div className={css.question}>
        <Select
          label={t('directory.testWho')}
          value={wanted}
          onChange={setWanted}
          options={[
            { value: FUNCTION, label: t('directory.testAll') },
            ...functions,
            ...categories,
          ]}
          autoFocus
        />
        <Select
          label={t('directory.testWhere')}
          value={municipality}
          onChange={setMunicipality}
          options={places('municipality')}
          empty={t('directory.testNowhere')}
        />
        <Select
          label={t('directory.testManager')}
          value={manager}
          onChange={setManager}
          options={places('manager')}
          empty={t('directory.nowhere')}
        />
        <Field
          label={t('directory.testWhen')}
          type="datetime-local"
          value={moment || wallText(new Date(serverNow()).toISOString())}
          onChange={setMoment}
        />
      </div>
      <p className={css.dim}>
        {[
          where.zone && t('directory.whyZone', { name: placeName({ zone: where.zone }, naming) }),
          t('directory.testNote'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <TestedList found={found} />
    </div>
  );
}

/** Where the incident is that is open behind this screen: the question is most often about that. */
function ofSelected(): string {
  const at = new Date(serverNow()).toISOString();
  return whereIs(selectedIncident()?.place, at, planInForce()).municipality ?? '';
}
