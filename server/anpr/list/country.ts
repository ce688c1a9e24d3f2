/**
 * The country of a plate, as lists write it: ISO 3166-1 alpha-2, or the distinguishing sign of vehicles in
 * international traffic (Convention on Road Traffic, Vienna 1968, annex 3; UN list of signs).
 */
const SIGNS: Readonly<Record<string, string>> = {
  ...{ A: 'AT', B: 'BE', D: 'DE', E: 'ES', F: 'FR', H: 'HU', I: 'IT', J: 'JP', L: 'LU', M: 'MT' },
  ...{ N: 'NO', P: 'PT', S: 'SE', V: 'VA', AND: 'AD', ARM: 'AM', AUS: 'AU', BIH: 'BA', CDN: 'CA' },
  ...{ EST: 'EE', FIN: 'FI', FL: 'LI', GBA: 'GG', GBG: 'GG', GBJ: 'JE', GBM: 'IM', GBZ: 'GI' },
  ...{ IRL: 'IE', KS: 'XK', MNE: 'ME', NMK: 'MK', RKS: 'XK', RSM: 'SM', RUS: 'RU', SLO: 'SI' },
  ...{ SRB: 'RS', UK: 'GB', USA: 'US' },
  // Three letters, as travel documents and exports of other systems have them.
  ...{ AUT: 'AT', BEL: 'BE', BGR: 'BG', CHE: 'CH', CZE: 'CZ', DEU: 'DE', DNK: 'DK', ESP: 'ES' },
  ...{ FRA: 'FR', GBR: 'GB', GRC: 'GR', HRV: 'HR', HUN: 'HU', ITA: 'IT', LTU: 'LT', LUX: 'LU' },
  ...{ LVA: 'LV', MAR: 'MA', NLD: 'NL', NOR: 'NO', POL: 'PL', PRT: 'PT', ROU: 'RO', SVK: 'SK' },
  ...{ SVN: 'SI', SWE: 'SE', TUR: 'TR', UKR: 'UA' },
};

/** ISO 3166-1 alpha-2, with XK (Kosovo) and EU (plates of the institutions). */
const ISO = new Set(
  (
    'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV ' +
    'BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ' +
    'ES ET EU FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT ' +
    'HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS ' +
    'LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI ' +
    'NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG ' +
    'SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG ' +
    'UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW'
  ).split(' '),
);

const known = new Map<string, string | undefined>();
const MOST_KNOWN = 2_000;

/** ISO code of what a list writes, in any case; undefined where there is no such country. */
export function countryOf(written: string): string | undefined {
  if (known.has(written)) return known.get(written);
  const sign = written.trim().toUpperCase();
  const iso = ISO.has(sign) ? sign : SIGNS[sign];
  if (known.size < MOST_KNOWN) known.set(written, iso);
  return iso;
}
