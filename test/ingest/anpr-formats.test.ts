import { describe, expect, it } from 'vitest';
import { cropOf, JPEG, made, multipart, NOW, PNG, read, readsOf } from './anpr-given.ts';

/** Every message here is invented, after what the makers document; the real ones are in anpr-fixtures.test.ts. */
const AT = '2026-11-24T07:59:58.000Z';
const base64 = (bytes: Buffer) => bytes.toString('base64');

describe('[P4.100] Hikvision', () => {
  const alert = (inside: string, namespace = 'http://www.hikvision.com/ver20/XMLSchema') =>
    `<?xml version="1.0" encoding="UTF-8"?><EventNotificationAlert version="2.0" xmlns="${namespace}">
      <ipAddress>192.0.2.7</ipAddress><macAddress>02:00:5e:00:00:01</macAddress><channelID>1</channelID>
      <dateTime>2026-11-24T08:59:58+01:00</dateTime><eventType>ANPR</eventType><eventState>active</eventState>
      ${inside}</EventNotificationAlert>`;
  const anpr = `<ANPR><country>13</country><licensePlate>1XXX001</licensePlate><line>2</line>
      <direction>forward</direction><confidenceLevel>97</confidenceLevel>
      <plateCharBelieve>99,98,97,96,95,94,93</plateCharBelieve><vehicleType>truck</vehicleType>
      <vehileInfo><color>white</color><speed>36</speed></vehileInfo></ANPR>`;
  const expected = {
    ...{
      camera: 'anpr-one',
      at: AT,
      offset: -2_000,
      raw: '1XXX001',
      plate: '1XXX001',
      country: 'BE',
    },
    ...{ confidence: 0.97, direction: 'approaching', lane: 2, speed: 10 },
    vehicle: { kind: 'truck', colour: 'white' },
    characters: [0.99, 0.98, 0.97, 0.96, 0.95, 0.94, 0.93],
  };

  it('says the same in each of its namespaces, prefixed or not', () => {
    for (const name of [
      'hikvision.com/ver20',
      'hikvision.com/ver10',
      'isapi.org/ver20',
      'std-cgi.com/ver20',
    ])
      expect(read(alert(anpr, `http://www.${name}/XMLSchema`))).toMatchObject(expected);
    const prefixed = alert(anpr)
      .replace(/<(\/?)(?=[A-Za-z])/g, '<$1hik:')
      .replace('xmlns=', 'xmlns:hik=');
    expect(read(prefixed)).toMatchObject(expected);
  });

  it('is read with misspelt and differently written names', () => {
    const odd = anpr
      .replaceAll('licensePlate', 'licencePlate')
      .replaceAll('confidenceLevel', 'ConfidenceLevel')
      .replaceAll('vehicleType', 'vehileType');
    expect(read(alert(odd))).toMatchObject(expected);
  });

  it('comes with pictures, of which the cut-out is kept; also without a last boundary', () => {
    for (const closed of [true, false]) {
      const parts = multipart(
        [
          [
            'Content-Disposition: form-data; name="anpr.xml"; filename="anpr.xml"\r\nContent-Type: text/xml',
            alert(anpr),
          ],
          [
            'Content-Disposition: form-data; name="detectionPicture.jpg"; filename="detectionPicture.jpg"\r\nContent-Type: image/jpeg',
            JPEG(900),
          ],
          [
            'Content-Disposition: form-data; name="licensePlatePicture.jpg"; filename="licensePlatePicture.jpg"\r\nContent-Type: image/jpeg',
            JPEG(300),
          ],
        ],
        { closed },
      );
      const type = 'multipart/form-data; boundary=boundary';
      expect(read(parts, { type })).toMatchObject(expected);
      // The line break before where the boundary would have been stays with the last picture.
      expect(cropOf(parts, { type })?.bytes.length).toBe(closed ? 300 : 302);
    }
  });

  it('comes several at once, each with its pictures', () => {
    const two = multipart([
      ['Content-Type: application/xml', alert(anpr)],
      ['Content-Type: image/jpeg', JPEG(100)],
      ['Content-Type: application/xml', alert(anpr.replace('1XXX001', '1XXX002'))],
      ['Content-Type: image/jpeg', JPEG(200)],
    ]);
    const { items } = made(two, { type: 'multipart/mixed; boundary=boundary' });
    expect(
      items.map(
        (one) => one.kind === 'read' && [one.passed.read.plate, one.passed.crop?.bytes.length],
      ),
    ).toEqual([
      ['1XXX001', 100],
      ['1XXX002', 200],
    ]);
    expect(readsOf(alert(anpr) + alert(anpr.replace('1XXX001', '1XXX002')))).toHaveLength(2);
  });

  it('tells a channel of a recorder from another; JSON says what XML does', () => {
    expect(read(alert(anpr).replace('<channelID>1<', '<channelID>2<')).camera).toBe('anpr-two');
    const json = JSON.stringify({
      ...{
        ipAddress: '192.0.2.7',
        channelID: '1',
        dateTime: '2026-11-24T08:59:58+01:00',
        eventType: 'ANPR',
      },
      aNPR: { licensePlate: '1XXX001', confidenceLevel: '97', direction: 'forward', line: '2' },
    });
    expect(read(json)).toMatchObject({
      plate: '1XXX001',
      confidence: 0.97,
      lane: 2,
      direction: 'approaching',
    });
  });

  it('gives the list of plates and target metadata', () => {
    const list = `<Plates version="2.0"><Plate><captureTime>20261124T085958+0100</captureTime><plateNumber>1XXX001</plateNumber>
      <picName>1</picName><country>BEL</country><laneNo>3</laneNo><direction>reverse</direction></Plate></Plates>`;
    expect(read(list, { also: ['192.0.2.7'] })).toMatchObject({
      at: AT,
      plate: '1XXX001',
      lane: 3,
      direction: 'leaving',
    });
    const target = `<Metadata><type>activityTarget</type><subType>ANPR</subType><time>2026-11-24T08:59:58+01:00</time>
      <DevInfo><ipAddress>192.0.2.7</ipAddress><channel>1</channel></DevInfo><TargetDetection><TargetList><Target><PropertyList>
      <Property><description>licensePlate</description><value>1XXX001</value></Property>
      <Property><description>confidence</description><value>88</value></Property></PropertyList></Target></TargetList></TargetDetection></Metadata>`;
    expect(read(target)).toMatchObject({
      camera: 'anpr-one',
      at: AT,
      plate: '1XXX001',
      confidence: 0.88,
    });
  });

  it('[P4.106] says that it lives: other events, and vehicles without a plate', () => {
    const lives = { kind: 'sign', camera: 'anpr-one' };
    const loss = alert('').replace('>ANPR<', '>videoloss<').replace('>active<', '>inactive<');
    expect(made(loss).items).toEqual([lives]);
    for (const none of ['unknown', 'noPlate', '', '无车牌'])
      expect(made(alert(anpr.replace('1XXX001', none))).items).toEqual([lives]);
  });
});

describe('[P4.100] Axis', () => {
  const package_ = (more: object = {}) => ({
    ...{
      packetCounter: '12',
      capture_timestamp: String(NOW - 2_000),
      carID: '77',
      carState: 'new',
    },
    ...{
      datetime: '20261124 085958000',
      plateUTF8: '1XXX001',
      plateCountry: 'BEL',
      carMoveDirection: 'out',
    },
    ...{ plateConfidence: '0.868800', camera_info: { SerialNumber: 'BELFRY-T1', MACAddress: '' } },
    ...more,
  });
  const expected = {
    camera: 'anpr-one',
    at: AT,
    plate: '1XXX001',
    country: 'BE',
    confidence: 0.8688,
    direction: 'leaving',
  };

  it('counts time in seconds, milli- or nanoseconds, or writes it in its own zone', () => {
    expect(read(JSON.stringify(package_()))).toMatchObject(expected);
    for (const capture_timestamp of [
      (NOW - 2_000) / 1_000,
      `${NOW - 2_000}000000`,
      `${NOW - 2_000}000`,
    ])
      expect(read(JSON.stringify(package_({ capture_timestamp })))).toMatchObject(expected);
    expect(read(JSON.stringify(package_({ capture_timestamp: '0' })))).toMatchObject(expected);
  });

  it('tells one passage three times, which is one read', () => {
    const ids = ['new', 'update', 'lost'].map(
      (carState, i) =>
        read(JSON.stringify(package_({ carState, capture_timestamp: NOW - 900 + i }))).id,
    );
    expect(new Set(ids).size).toBe(1);
    expect(read(JSON.stringify(package_({ plateUTF8: '1XXX002' }))).id).not.toBe(ids[0]);
  });

  it('sends the cut-out beside, before or after the text', () => {
    const text: [string, string] = [
      'Content-Disposition: form-data; name="event"\r\nContent-Type: application/json',
      JSON.stringify(package_()),
    ];
    const picture: [string, Buffer] = [
      'Content-Disposition: form-data; name="image"; filename="lp.png"\r\nContent-Type: image/png',
      PNG,
    ];
    for (const parts of [
      [text, picture],
      [picture, text],
    ])
      expect(
        cropOf(multipart(parts), { type: 'multipart/form-data; boundary="boundary"' })?.type,
      ).toBe('image/png');
  });

  it('publishes events, and writes letters as numbers', () => {
    const event = {
      ...{
        topic: 'axis:CameraApplicationPlatform/ALPV.AllPlates',
        timestamp: NOW - 2_000,
        serial: 'BELFRY-T1',
      },
      message: { source: {}, key: {}, data: { text: '1XXX001', country: 'BEL' } },
    };
    expect(read(JSON.stringify(event))).toMatchObject({
      camera: 'anpr-one',
      plate: '1XXX001',
      country: 'BE',
    });
    const numbers = package_({
      plateUTF8: undefined,
      plateText: '\\u0031\\u0058\\u0058\\u0058\\u0030\\u0030\\u0031',
    });
    expect(read(JSON.stringify(numbers)).plate).toBe('1XXX001');
  });
});

describe('[P4.100] ONVIF Profile M', () => {
  const object = (
    plate: string,
  ) => `<tt:Object ObjectId="1"><tt:Appearance><tt:VehicleInfo><tt:Type Likelihood="0.8">Car</tt:Type></tt:VehicleInfo>
    <tt:LicensePlateInfo><tt:PlateNumber Likelihood="0.9">${plate}</tt:PlateNumber><tt:CountryCode Likelihood="0.7">BE</tt:CountryCode></tt:LicensePlateInfo>
    </tt:Appearance><tt:Behaviour><tt:Speed>12.5</tt:Speed></tt:Behaviour></tt:Object>`;
  const frame = (inside: string, prefix = 'tt') =>
    `<tt:MetadataStream xmlns:tt="http://www.onvif.org/ver10/schema"><tt:VideoAnalytics><tt:Frame UtcTime="2026-11-24T07:59:58" Source="VS-1">${inside}</tt:Frame></tt:VideoAnalytics></tt:MetadataStream>`.replaceAll(
      'tt:',
      prefix ? `${prefix}:` : '',
    );
  const expected = {
    camera: 'anpr-one',
    at: AT,
    plate: '1XXX001',
    country: 'BE',
    confidence: 0.9,
    speed: 12.5,
    vehicle: { kind: 'Car' },
  };

  it('is read under any prefix, several objects in a frame, time without zone as UTC', () => {
    for (const prefix of ['tt', 'ns2', ''])
      expect(read(frame(object('1XXX001'), prefix))).toMatchObject(expected);
    expect(readsOf(frame(object('1XXX001') + object('1XXX002'))).map(({ plate }) => plate)).toEqual(
      ['1XXX001', '1XXX002'],
    );
  });

  it('is read as JSON whose names keep their prefix', () => {
    const json = {
      'tt:VideoAnalytics': {
        'tt:Frame': {
          '@UtcTime': '2026-11-24T07:59:58Z',
          '@Source': 'VS-1',
          'tt:Object': {
            'tt:Appearance': { 'tt:LicensePlateInfo': { 'tt:PlateNumber': '1XXX001' } },
          },
        },
      },
    };
    expect(read(JSON.stringify(json))).toMatchObject({
      camera: 'anpr-one',
      at: AT,
      plate: '1XXX001',
    });
  });

  it('[P4.106] a frame with nobody in it says that the camera lives', () => {
    expect(made(frame('')).items).toEqual([{ kind: 'sign', camera: 'anpr-one' }]);
  });

  it('events of plate rules are read, as XML and as JSON', () => {
    const event = `<wsnt:NotificationMessage xmlns:wsnt="w" xmlns:tt="t"><wsnt:Topic>tns1:RuleEngine/Recognition/LicensePlate</wsnt:Topic><wsnt:Message>
      <tt:Message UtcTime="2026-11-24T07:59:58Z" PropertyOperation="Changed"><tt:Source><tt:SimpleItem Name="VideoSource" Value="VS-1"/><tt:SimpleItem Name="Rule" Value="LPR"/></tt:Source>
      <tt:Data><tt:SimpleItem Name="PlateNumber" Value="1XXX001"/><tt:SimpleItem Name="Likelihood" Value="0.9"/></tt:Data></tt:Message></wsnt:Message></wsnt:NotificationMessage>`;
    expect(read(event)).toMatchObject({
      camera: 'anpr-one',
      at: AT,
      plate: '1XXX001',
      confidence: 0.9,
    });
    const json = {
      'tns1:RuleEngine/Recognition/LicensePlate': {
        UtcTime: '2026-11-24T07:59:58Z',
        Source: { VideoSource: 'VS-1', Rule: 'LPR' },
        Data: {
          LicensePlateInfo: {
            PlateNumber: { Likelihood: 0.9, value: '1XXX001' },
            CountryCode: { value: 'BE' },
          },
        },
      },
    };
    expect(read(JSON.stringify(json))).toMatchObject({
      camera: 'anpr-one',
      at: AT,
      plate: '1XXX001',
      country: 'BE',
      confidence: 0.9,
    });
    const metadata = {
      Frame: {
        UtcTime: '2026-11-24T07:59:58',
        Source: 'VS-1',
        Object: [
          {
            ObjectId: 1,
            Appearance: {
              LicensePlateInfo: { PlateNumber: { '@Likelihood': '0.9', '#text': '1XXX001' } },
            },
          },
        ],
      },
    };
    expect(read(JSON.stringify(metadata))).toMatchObject({
      camera: 'anpr-one',
      at: AT,
      plate: '1XXX001',
      confidence: 0.9,
    });
  });
});

describe('[P4.100] Dahua', () => {
  const lines = (more: string[] = []) =>
    [
      ...[
        'Events[0].Action=Pulse',
        'Events[0].Code=TrafficJunction',
        'Events[0].EventID=10005',
        'Events[0].CommInfo.Country=BEL',
      ],
      ...[
        'Events[0].Lane=1',
        'Events[0].Object.Confidence=230',
        'Events[0].Object.ObjectType=Plate',
        'Events[0].Object.Text=1XXX001',
      ],
      ...[
        'Events[0].TrafficCar.DrivingDirection[0]=Approach',
        'Events[0].TrafficCar.DrivingDirection[1]=North',
        'Events[0].TrafficCar.Lane=1',
      ],
      ...[
        'Events[0].TrafficCar.MachineName=BELFRY-T1',
        'Events[0].TrafficCar.PlateNumber=1XXX001',
        'Events[0].TrafficCar.Speed=72',
      ],
      ...['Events[0].TrafficCar.VehicleColor=White', 'Events[0].UTCMS=250', ...more],
    ].join('\r\n');
  const utc = `Events[0].UTC=${(NOW - 2_000) / 1_000}`;
  const expected = {
    ...{
      camera: 'anpr-one',
      at: '2026-11-24T07:59:58.250Z',
      plate: '1XXX001',
      country: 'BE',
      lane: 1,
      speed: 20,
    },
    ...{ direction: 'approaching', confidence: 0.901961, vehicle: { colour: 'White' } },
  };

  it('is read from lines, alone or in parts with pictures', () => {
    expect(read(lines([utc]))).toMatchObject(expected);
    const stream = multipart(
      [
        ['Content-Type: text/plain\r\nContent-Length: 9', 'Heartbeat'],
        ['Content-Type: text/plain\r\nContent-Length: 900', lines([utc])],
        ['Content-Type: image/jpeg\r\nContent-Length: 700', JPEG(700)],
      ],
      { boundary: 'myboundary', closed: false },
    );
    const { items } = made(stream, {
      type: 'multipart/x-mixed-replace; boundary=myboundary',
      also: ['192.0.2.7'],
    });
    expect(items).toMatchObject([
      { kind: 'sign', camera: 'anpr-one' },
      { kind: 'read', passed: { read: expected, crop: { type: 'image/jpeg' } } },
    ]);
  });

  it('a plate that is an object of the picture counts; pictures in base64 too', () => {
    const event = {
      Events: [
        {
          UTC: (NOW - 2_000) / 1_000,
          DeviceID: 'BELFRY-T1',
          Object: { ObjectType: 'Plate', Text: '1XXX001', Confidence: 230 },
        },
      ],
    };
    const body = multipart([
      ['Content-Type: application/json', JSON.stringify(event)],
      ['Content-Type: image/jpeg\r\nContent-Transfer-Encoding: base64', base64(JPEG(90))],
    ]);
    const type = 'multipart/mixed; boundary=boundary';
    expect(read(body, { type })).toMatchObject({
      camera: 'anpr-one',
      at: AT,
      plate: '1XXX001',
      confidence: 0.901961,
    });
    expect(cropOf(body, { type })?.bytes.length).toBe(90);
    const car = {
      Events: [{ ...event.Events[0], Object: { ObjectType: 'Vehicle', Text: 'Ford' } }],
    };
    expect(made(JSON.stringify(car)).items).toEqual([{ kind: 'sign', camera: 'anpr-one' }]);
  });

  it('counts seconds in UTC or in its own time', () => {
    expect(read(lines([`Events[0].UTC=${(NOW - 2_000) / 1_000 + 3_600}`])).at).toBe(expected.at);
    expect(read(lines([`Events[0].UTC=1`, `Events[0].RealUTC=${(NOW - 2_000) / 1_000}`])).at).toBe(
      expected.at,
    );
  });

  it('gives several events at once, and no plate as none', () => {
    const two = `${lines([utc])}\r\n${lines([utc]).replaceAll('Events[0]', 'Events[1]').replaceAll('1XXX001', '1XXX002')}`;
    expect(readsOf(two).map(({ plate }) => plate)).toEqual(['1XXX001', '1XXX002']);
    const none = lines([utc]).replaceAll('=1XXX001', '=');
    expect(made(none).items).toEqual([{ kind: 'sign', camera: 'anpr-one' }]);
  });

  it('is read as its cameras push it: JSON with pictures in it, and their keep-alive', () => {
    const push = {
      Picture: {
        Plate: { PlateNumber: '1XXX001', Confidence: 90, PlateColor: 'White', Region: 'BEL' },
        Vehicle: { VehicleColor: 'Black', VehicleType: 'SaloonCar' },
        SnapInfo: {
          AccurateTime: '2026-11-24 08:59:58.250',
          DeviceID: 'BELFRY-T1',
          Direction: 'Reverse',
          LanNo: 1,
        },
        NormalPic: { Content: base64(JPEG(600)), PicName: 'n.jpg' },
        CutoutPic: { Content: base64(JPEG(60)), PicName: 'c.jpg' },
      },
    };
    expect(read(JSON.stringify(push))).toMatchObject({
      ...{ camera: 'anpr-one', at: expected.at, plate: '1XXX001', country: 'BE', confidence: 0.9 },
      ...{ direction: 'leaving', lane: 1, vehicle: { colour: 'Black', kind: 'SaloonCar' } },
    });
    expect(cropOf(JSON.stringify(push))?.bytes.length).toBe(60);
    expect(made('{"Active":"keepAlive","DeviceID":"BELFRY-T1"}').items).toEqual([
      { kind: 'sign', camera: 'anpr-one' },
    ]);
    const pushed = `Code=TrafficJunction;action=Pulse;index=0;data=${JSON.stringify({ UTC: (NOW - 2_000) / 1_000, TrafficCar: { PlateNumber: '1XXX001', MachineName: 'BELFRY-T1' } })}`;
    expect(read(pushed)).toMatchObject({ camera: 'anpr-one', at: AT, plate: '1XXX001' });
  });
});

describe('[P4.100] Milesight', () => {
  const fields = {
    ...{
      device: 'gate-cam',
      time: '2026-11-24 08:59:58.000',
      plate: '1XXX001',
      type: 'visitor',
      speed: '36',
      direction: 'Away',
    },
    ...{
      detection_region: '2',
      region: 'BEL',
      resolution_width: '1280',
      coordinate_x1: '1',
      confidence: '0.70',
    },
    ...{
      plate_color: 'White',
      vehicle_type: 'Bus',
      vehicle_color: 'Blue',
      vehicle_brand: 'Van Hool',
    },
  };
  const expected = {
    ...{
      camera: 'anpr-one',
      at: AT,
      plate: '1XXX001',
      country: 'BE',
      confidence: 0.7,
      direction: 'leaving',
    },
    ...{ speed: 10, lane: 2, vehicle: { kind: 'Bus', colour: 'Blue', make: 'Van Hool' } },
  };

  it('is read as JSON, as a form, and as a form in parts', () => {
    expect(read(JSON.stringify({ ...fields, plate_image: base64(JPEG(50)) }))).toMatchObject(
      expected,
    );
    expect(
      read(new URLSearchParams(fields).toString(), { type: 'application/x-www-form-urlencoded' }),
    ).toMatchObject(expected);
    const parts = Object.entries(fields).map(([name, value]): [string, string] => [
      `Content-Disposition: form-data; name="${name}"`,
      value,
    ]);
    const body = multipart([
      ...parts,
      ['Content-Disposition: form-data; name="plate_image"; filename="p.jpg"', JPEG(50)],
    ]);
    expect(read(body, { type: 'multipart/form-data; boundary=boundary' })).toMatchObject(expected);
    expect(cropOf(body, { type: 'multipart/form-data; boundary=boundary' })?.bytes.length).toBe(50);
  });

  it('is read under the names of other firmwares', () => {
    const other = {
      time: '2026-11-24 08:59:58.000',
      license_plate: '1XXX001',
      country_region: 'BEL',
      camera_id: 'gate-cam',
      license_plate_snapshot: base64(JPEG(70)),
      vehicle_snapshot: base64(JPEG(60)),
    };
    expect(read(JSON.stringify(other))).toMatchObject({
      camera: 'anpr-one',
      at: AT,
      plate: '1XXX001',
      country: 'BE',
    });
    expect(cropOf(JSON.stringify(other))?.bytes.length).toBe(70);
  });
});

describe('[P4.100] OpenALPR', () => {
  const best = {
    plate: '1XXX001',
    confidence: 92.1,
    region: 'eu-be',
    candidates: [
      { plate: '1XXX001', confidence: 92.1 },
      { plate: '1XXXO01', confidence: 80 },
    ],
    plate_crop_jpeg: base64(JPEG(80)),
  };
  const group = {
    data_type: 'alpr_group',
    epoch_start: NOW - 2_000,
    camera_id: 700,
    site_id: 'site-x',
    best_plate: best,
    best_plate_number: '1XXX001',
    best_confidence: 92.1,
    best_uuid: 'u-1',
    vehicle: { color: [{ name: 'white', confidence: 90 }], make: [{ name: 'ford' }] },
  };
  const expected = {
    camera: 'anpr-one',
    at: AT,
    plate: '1XXX001',
    country: 'BE',
    confidence: 0.921,
  };

  it('is read as a group, in an alert, and as results', () => {
    const more = {
      alternatives: [{ plate: '1XXXO01', confidence: 0.8 }],
      vehicle: { colour: 'white', make: 'ford' },
    };
    expect(read(JSON.stringify(group))).toMatchObject({ ...expected, ...more });
    expect(cropOf(JSON.stringify(group))?.bytes.length).toBe(80);
    expect(read(JSON.stringify({ data_type: 'alpr_alert', group, epoch_time: NOW }))).toMatchObject(
      expected,
    );
    const results = {
      version: 2,
      data_type: 'alpr_results',
      epoch_time: NOW - 2_000,
      camera_id: 701,
      site_id: 'site-x',
      uuid: 'u',
      results: [best, { ...best, plate: '1XXX002' }],
    };
    expect(readsOf(JSON.stringify(results))).toMatchObject([
      expected,
      { ...expected, plate: '1XXX002' },
    ]);
  });

  it('[P4.106] its heartbeat names the cameras that live', () => {
    const beat = {
      data_type: 'heartbeat',
      site_id: 'site-x',
      timestamp: NOW,
      video_streams: [{ camera_id: 700 }, { camera_id: 701 }, { camera_id: 5 }],
    };
    expect(made(JSON.stringify(beat)).items).toMatchObject([
      { kind: 'sign' },
      { kind: 'sign' },
      {
        kind: 'refused',
        refusal: { code: 'anpr-camera-unknown', path: 'video_streams.2.camera_id' },
      },
    ]);
  });
});

describe('[P4.100] Plate Recognizer', () => {
  const result = {
    plate: '1xxx001',
    score: 0.9,
    dscore: 0.8,
    box: { xmin: 1, ymin: 2, xmax: 3, ymax: 4 },
    region: { code: 'be', score: 0.5 },
    direction: 270,
    candidates: [
      { plate: '1xxx001', score: 0.9 },
      { plate: '1xxxo01', score: 0.7 },
    ],
    vehicle: { type: 'Sedan' },
    color: [{ color: 'white' }],
    model_make: [{ make: 'Ford', model: 'Focus' }],
  };
  const hook = (results: unknown[]) => ({
    hook: { event: 'recognition', id: 'gate-cam' },
    data: { camera_id: 'gate-cam', timestamp: '2026-11-24T07:59:58.000000Z', results },
  });
  const expected = {
    camera: 'anpr-one',
    at: AT,
    raw: '1xxx001',
    plate: '1XXX001',
    country: 'BE',
    confidence: 0.9,
    direction: 'approaching',
    alternatives: [{ plate: '1XXXO01', confidence: 0.7 }],
    vehicle: { kind: 'Sedan', colour: 'white', make: 'Ford' },
  };

  it('is read as a webhook, alone, with several results, and in parts', () => {
    expect(read(JSON.stringify(hook([result])))).toMatchObject(expected);
    expect(read(JSON.stringify({ ...hook([result]).data, processing_time: 40 }))).toMatchObject(
      expected,
    );
    expect(readsOf(JSON.stringify(hook([result, { ...result, plate: '1xxx002' }])))).toHaveLength(
      2,
    );
    const parts = multipart([
      [
        'Content-Disposition: form-data; name="upload"; filename="a.jpg"\r\nContent-Type: image/jpeg',
        JPEG(90),
      ],
      ['Content-Disposition: form-data; name="json"', JSON.stringify(hook([result]))],
    ]);
    expect(read(parts, { type: 'multipart/form-data; boundary=boundary' })).toMatchObject(expected);
    expect(cropOf(parts, { type: 'multipart/form-data; boundary=boundary' })?.bytes.length).toBe(
      90,
    );
    expect(
      read(`json=${encodeURIComponent(JSON.stringify(hook([result])))}&x=1`, {
        type: 'application/x-www-form-urlencoded',
      }),
    ).toMatchObject(expected);
  });

  it('is read in its newer form, with properties of the plate', () => {
    const newer = {
      plate: {
        score: 0.8,
        box: {},
        props: { plate: [{ value: '1xxx001', score: 0.9 }], region: [{ value: 'be', score: 0.5 }] },
      },
      vehicle: {
        type: 'Sedan',
        props: {
          make_model: [{ make: 'Ford' }],
          color: [{ value: 'white' }],
          orientation: [{ value: 'Front' }],
        },
      },
      direction: null,
    };
    const { alternatives: _, ...rest } = expected;
    expect(read(JSON.stringify(hook([newer])))).toMatchObject(rest);
  });

  it('[P4.106] frames without vehicles, and vehicles without plates, say that the camera lives', () => {
    expect(made(JSON.stringify(hook([]))).items).toEqual([{ kind: 'sign', camera: 'anpr-one' }]);
    expect(made(JSON.stringify(hook([{ plate: null, vehicle: { type: 'Sedan' } }]))).items).toEqual(
      [{ kind: 'sign', camera: 'anpr-one' }],
    );
  });
});

describe('[P4.100] Genetec', () => {
  const expected = {
    camera: 'anpr-one',
    at: AT,
    plate: '1XXX001',
    confidence: 0.88,
    direction: 'approaching',
  };
  const analytics = [
    { Key: 'Confidence Score', Score: 1, Value: '88' },
    { Key: 'Relative Motion', Score: -1, Value: 'Approaching' },
  ];

  it('is read as a Sharp posts it, JSON and XML, with its picture inside', () => {
    const json = {
      ContextImage: base64(JPEG(3_000)),
      Id: 'g-1',
      LprCameraName: 'Lpr Camera',
      PlateAnalytics: analytics,
      PlateImage: base64(JPEG(2_500)),
      PlateRead: '1XXX001',
      SourceUrl: 'AB-12',
      Timestamp: '2026-11-24T07:59:58',
    };
    expect(read(JSON.stringify(json))).toMatchObject(expected);
    expect(cropOf(JSON.stringify(json))?.bytes.length).toBe(2_500);
    const xml = `<Plate><ContextImage/><Id>g-1</Id><LprCameraName>Lpr Camera</LprCameraName><PlateAnalytics>${analytics
      .map(
        ({ Key, Value }) =>
          `<PlateAnalytics><Key>${Key}</Key><Value>${Value}</Value></PlateAnalytics>`,
      )
      .join(
        '',
      )}</PlateAnalytics><PlateImage>${base64(JPEG(2_500))}</PlateImage><PlateRead>1XXX001</PlateRead><SourceUrl>AB-12</SourceUrl><Timestamp>2026-11-24T07:59:58.0000000+00:00</Timestamp></Plate>`;
    expect(read(xml)).toMatchObject(expected);
    expect(cropOf(xml)?.bytes.length).toBe(2_500);
  });

  it('is read from its template and from the export of Security Center', () => {
    const template = `<?xml version="1.0"?><AutoVu><Plate>1XXX001</Plate><State>BE</State><UTCDate>2026:11:24</UTCDate><UTCTime>07:59:58.000</UTCTime><CameraName>Lpr Camera</CameraName><SourceName>AB-12</SourceName><ConfidenceScore>88</ConfidenceScore><Lane>Lane 2</Lane><RelativeMotion>Approaching</RelativeMotion><Guid>g</Guid></AutoVu>`;
    expect(read(template)).toMatchObject({ ...expected, country: 'BE', lane: 2 });
    const hit = `<Hotlist><DateUtc>11/24/2026</DateUtc><Vehicle><Read><attributes><Attributes><Attribute name="Confidence Score">88</Attribute><Attribute name="Relative Motion">Approaching</Attribute></Attributes></attributes>
      <CameraName>Lpr Camera</CameraName><UnitName>BELFRY-T1</UnitName><DateUtc>11/24/2026</DateUtc><TimeUtc>07:59:58</TimeUtc><Plate>1XXX001</Plate><PlateState>BE</PlateState></Read></Vehicle></Hotlist>`;
    expect(read(hit)).toMatchObject({ ...expected, country: 'BE' });
  });
});

describe('[P4.100] LILIN, Frigate and others', () => {
  it('LILIN: lines of the log, and its engine', () => {
    const log = {
      LPR_COUNT: 1,
      INFORMATION: [
        { TS: `${NOW - 2_000}000`, CAR_ID: '4', LPR: '1XXX001', THRESHOLD: '0.79', COUNTRY: 'BEL' },
      ],
    };
    expect(read(JSON.stringify(log), { camera: 'anpr-one' })).toMatchObject({
      at: AT,
      plate: '1XXX001',
      confidence: 0.79,
      country: 'BE',
    });
    const engine = {
      AiEngine: [
        {
          created_at: '2026-11-24T07:59:58.000000Z',
          camera_name: 'x',
          camera_mac: '02005E000001',
          confidence: 92,
          label_name: '1XXX001',
          base64_img: base64(JPEG(40)),
        },
        { created_at: AT, camera_mac: '02005E000001', label_name: 'car' },
      ],
    };
    expect(made(JSON.stringify(engine)).items).toMatchObject([
      {
        kind: 'read',
        passed: { read: { camera: 'anpr-one', at: AT, plate: '1XXX001', confidence: 0.92 } },
      },
      { kind: 'sign' },
    ]);
  });

  it('Frigate: both kinds of message, both forms of plate; the same object with the same plate is one read', () => {
    const update = {
      type: 'lpr',
      id: 'o-1',
      plate: '1XXX001',
      score: 0.95,
      camera: 'gate',
      timestamp: (NOW - 2_000) / 1_000,
    };
    expect(read(JSON.stringify(update))).toMatchObject({
      camera: 'anpr-one',
      at: AT,
      plate: '1XXX001',
      confidence: 0.95,
    });
    const event = (recognized_license_plate: unknown, more: object = {}) =>
      JSON.stringify({
        type: 'update',
        before: {},
        after: {
          id: 'o-1',
          camera: 'gate',
          label: 'car',
          frame_time: (NOW - 1_000) / 1_000,
          recognized_license_plate,
          ...more,
        },
      });
    expect(read(event(['1XXX001', 0.95]))).toMatchObject({ plate: '1XXX001', confidence: 0.95 });
    expect(read(event('1XXX001', { recognized_license_plate_score: 0.9 }))).toMatchObject({
      confidence: 0.9,
    });
    expect(read(event(['1XXX001', 0.95])).id).toBe(read(JSON.stringify(update)).id);
    expect(made(event(null)).items).toEqual([{ kind: 'sign', camera: 'anpr-one' }]);
    expect(
      made(JSON.stringify({ type: 'description', id: 'o', camera: 'gate', description: 'x' }))
        .items,
    ).toEqual([{ kind: 'sign', camera: 'anpr-one' }]);
  });

  it('records of other makes, flat and with usual names', () => {
    expect(
      read(
        JSON.stringify({
          camera_id: 'gate-cam',
          snap_time: '2026-11-24T08:59:58+01:00',
          reg_no: '1XXX001',
          confidence: '88%',
        }),
      ),
    ).toMatchObject({ camera: 'anpr-one', at: AT, plate: '1XXX001', confidence: 0.88 });
  });
});
