import { describe, expect, it } from 'vitest';
import { refuse } from '../../shared/refusal.ts';
import { fact } from '../../shared/subject.ts';
import { given, minute } from '../given.ts';

const seen = { name: 'Ukkel', from: 240, speed: 9, gust: 16, observed: minute(-10) };
const observed = fact('wind.observed', 'ukkel', seen);

describe('wind', () => {
  it('[wind] the latest of each station counts; what comes late or twice changes nothing', () => {
    given()
      .when('wind.observe', { station: 'ukkel', ...seen })
      .then([observed]);
    given(observed)
      .when('wind.observe', { station: 'ukkel', ...seen })
      .then([]);
    given(observed)
      .when('wind.observe', { station: 'ukkel', ...seen, observed: minute(-20) })
      .then([]);
    const newer = { ...seen, speed: 12, observed: minute(-5) };
    const scene = given(observed)
      .when('wind.observe', { station: 'ukkel', ...newer }, { role: 'feed' })
      .done();
    expect(scene.state.wind.stations.get('ukkel')).toMatchObject({ speed: 12, gust: 16 });
  });

  it('[wind] nobody knows the wind of tomorrow', () => {
    given()
      .when('wind.observe', { station: 'ukkel', ...seen, observed: minute(60) })
      .then(refuse('time-ahead', 'data.observed'));
  });
});
