import { textOf } from './tree.ts';

/** Countries as makers write them → ISO 3166-1 alpha-2. Those whose vehicles are seen here, and makers' favourites. */
const COUNTRIES =
  'AD AND AND,AE ARE UAE,AL ALB AL,AM ARM AM,AT AUT A,AZ AZE AZ,BA BIH BIH,BE BEL B,BG BGR BG,BY BLR BY,' +
  'CA CAN CDN,CH CHE CH,CN CHN CHN,CY CYP CY,CZ CZE CZ,DE DEU D,DK DNK DK,EE EST EST,ES ESP E,FI FIN FIN,' +
  'FR FRA F,GB GBR GB,GE GEO GE,GR GRC GR,HR HRV HR,HU HUN H,IE IRL IRL,IL ISR IL,IS ISL IS,IT ITA I,' +
  'KG KGZ KG,KZ KAZ KZ,LI LIE FL,LT LTU LT,LU LUX L,LV LVA LV,MA MAR MA,MC MCO MC,MD MDA MD,ME MNE MNE,' +
  'MK MKD NMK,MT MLT M,NL NLD NL,NO NOR N,PL POL PL,PT PRT P,RO ROU RO,RS SRB SRB,RU RUS RUS,SE SWE S,' +
  'SI SVN SLO,SK SVK SK,SM SMR RSM,TM TKM TM,TN TUN TN,TR TUR TR,UA UKR UA,US USA USA,UZ UZB UZ,VA VAT V,' +
  'XK XKX RKS,DZ DZA DZ';
const BY_CODE = new Map<string, string>();
for (const line of COUNTRIES.split(',')) {
  const [two = '', ...others] = line.split(' ');
  for (const code of [two, ...others]) if (!BY_CODE.has(code)) BY_CODE.set(code, two);
}
for (const [other, two] of [
  ['UK', 'GB'],
  ['EL', 'GR'],
  ['GER', 'DE'],
  ['NED', 'NL'],
  ['HOL', 'NL'],
  ['ROM', 'RO'],
  ['SUI', 'CH'],
  ['BELGIUM', 'BE'],
  ['FRANCE', 'FR'],
  ['NETHERLANDS', 'NL'],
  ['GERMANY', 'DE'],
  ['LUXEMBOURG', 'LU'],
  ['ITALY', 'IT'],
  ['SPAIN', 'ES'],
  ['POLAND', 'PL'],
  ['PORTUGAL', 'PT'],
  ['ROMANIA', 'RO'],
  ['UNITEDKINGDOM', 'GB'],
  ['GREATBRITAIN', 'GB'],
] as const)
  BY_CODE.set(other, two);

/** `be`, `BEL`, `B`, `eu-be`, `be-bru`, `us-ca`, `Belgium`; undefined where it is none of these. */
export function countryOf(value: unknown): string | undefined {
  const text = textOf(value)?.toUpperCase().trim();
  if (!text || text.length > 40) return undefined;
  const whole = BY_CODE.get(text.replace(/[^A-Z]/g, ''));
  if (whole) return whole;
  const [first = '', second = ''] = text.split(/[-_ /]/);
  return first === 'EU' ? BY_CODE.get(second) : second ? BY_CODE.get(first) : undefined;
}
