import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Layers } from '../../shared/geo/layer.ts';
import { Municipalities } from '../../shared/geo/municipality.ts';
import { readConfig, readYaml } from '../config.ts';
import { removeLayer, stepBack, type Laid } from '../geo/editions.ts';
import { importFile } from '../geo/import/run.ts';
import { LIMITS } from '../geo/import/read.ts';
import { geoFolder, KEPT, readManifest, type Edition } from '../geo/manifest.ts';
import { GeoRefused } from '../geo/refused.ts';

/** `npm run geo -- <command>`: official layers and tiles in place of, or beside, the built-in map. */
const number = (value: number): string => value.toLocaleString('en');
const HELP = `npm run geo -- <command> [--data <folder>]

  import <file>    a GeoJSON FeatureCollection, or a PMTiles archive (version 3) as field base map
     --as <layer>  municipalities, region, zones, addresses, streets, crossings, or the kind of the
                   things in it (hospital, school, park …); else told from their properties
     --crs <EPSG>  the coordinates' system when it is not WGS 84: EPSG:31370 (Lambert 72), EPSG:3812 …
     --partial     municipalities: some of the 19 are enough
  list             what is imported
  back <layer>     the edition before the newest is in force again; ${KEPT} are kept
  remove <layer>   the layer with all its editions; the built-in one is in force again

A file is checked before anything is replaced; when it is refused, what was there stays. GeoJSON may have
${number(LIMITS.bytes)} bytes, ${number(LIMITS.features)} features and ${number(LIMITS.positions)} positions. A running server takes the
change over within seconds. <folder> is the one that BELFRY_DATA, else config/belfry.yaml names; servers
that work together share it.`;

function fail(why: string): false {
  console.error(why);
  return false;
}

async function run(): Promise<boolean> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      as: { type: 'string' },
      crs: { type: 'string' },
      data: { type: 'string' },
      partial: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const [command, what] = positionals;
  if (values.help) {
    console.log(HELP);
    return true;
  }
  const config = resolve(process.env['BELFRY_CONFIG'] ?? 'config');
  const data = values.data ?? process.env['BELFRY_DATA'] ?? readConfig(config).belfry.data.folder;
  const folder = geoFolder(resolve(data));

  if (command === 'import' && what && positionals.length === 2) {
    const done = await importFile({
      folder,
      file: resolve(what),
      as: values.as,
      crs: values.crs,
      partial: values.partial,
      municipalities: readYaml(config, 'geo/municipalities.yaml', Municipalities).municipalities,
      kinds: readYaml(config, 'geo/layers.yaml', Layers).layers.flatMap((layer) => layer.kinds),
      now: new Date(),
    });
    tell(done);
    return true;
  }
  if (command === 'list' && positionals.length === 1) {
    const { layers } = await readManifest(folder);
    for (const [layer, { sort, editions }] of Object.entries(layers)) {
      console.log(`${layer} (${sort})`);
      for (const [i, edition] of editions.entries())
        console.log(`  ${i === 0 ? 'in force' : 'kept    '}  ${line(edition)}`);
    }
    if (Object.keys(layers).length === 0) console.log('Nothing is imported.');
    return true;
  }
  if (command === 'back' && what && positionals.length === 2)
    return (await stepBack(folder, what)) || fail(`${what}: there is no edition before`);
  if (command === 'remove' && what && positionals.length === 2)
    return (await removeLayer(folder, what)) || fail(`${what}: is not imported`);
  return fail(HELP);
}

const line = ({ number: nr, at, count, source }: Edition): string =>
  `${nr}  ${at}  ${number(count)}  ${source.name}  sha256 ${source.sha256.slice(0, 16)}…`;

function tell({ layer, sort, edition }: Laid): void {
  const what = sort === 'field' ? 'tiles' : 'features';
  console.log(`${layer}: ${number(edition.count)} ${what}, edition ${edition.number}, in force`);
  for (const note of edition.notes) console.log(`  ${note}`);
}

const ok = await run().catch((error: unknown) => {
  if (error instanceof GeoRefused)
    return fail(`Refused; nothing was changed.\n${error.mistakes.join('\n')}`);
  return fail(error instanceof Error ? error.message : String(error));
});
process.exit(ok ? 0 : 1);
