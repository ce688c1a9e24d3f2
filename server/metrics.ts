import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What Prometheus reads at `/metrics`: counts and durations, nothing of any content. */
export function openMetrics(look: {
  head(): number;
  sockets(): number;
  fresh(): boolean;
  waiting(): number;
}) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const commands = new Counter({
    name: 'belfry_commands_total',
    help: 'Commands by type and outcome code',
    labelNames: ['type', 'code'],
    registers,
  });
  const appends = new Histogram({
    name: 'belfry_append_seconds',
    help: 'Time until a group of entries is durable',
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1],
    registers,
  });
  const entries = new Counter({
    name: 'belfry_entries_written_total',
    help: 'Entries that this process wrote',
    registers,
  });
  const plates = new Counter({
    name: 'belfry_plate_reads_total',
    help: 'Plate reads by format of the source and what became of them',
    labelNames: ['format', 'result'],
    registers,
  });
  const gauge = (name: string, help: string, value: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(value());
      },
    });
  gauge('belfry_head_seq', 'Number of the last entry of the live space', look.head);
  gauge('belfry_sockets', 'Consoles connected to this process', look.sockets);
  gauge('belfry_log_fresh', '1 while the log answers', () => (look.fresh() ? 1 : 0));
  gauge('belfry_commands_waiting', 'Commands waiting to be decided', look.waiting);
  return {
    text: () => registry.metrics(),
    contentType: registry.contentType,
    onCommand: (type: string, code: string) => commands.inc({ type, code }),
    onPlateRead: (format: string, result: string) => plates.inc({ format, result }),
    onAppend(count: number, seconds: number) {
      if (count === 0) return;
      appends.observe(seconds);
      entries.inc(count);
    },
  };
}
