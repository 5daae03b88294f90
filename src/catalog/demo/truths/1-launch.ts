import type { Language } from '../desk.ts';
import type { Opening } from '../phrases/phrasebook.ts';
import { daySpan } from './day-span.ts';
import type { Truth } from './truth.ts';

const peak = 0.66;
const halfLifeDays = 5;
const [launchDay] = daySpan('2025-09-16', '2025-09-16');

const pairing: Readonly<Record<Language, readonly Opening[]>> = {
  en: [
    {
      subject: 'Halo does not pair',
      text: 'I bought the Halo last week. The app says "no device found" during pairing, although the lamp blinks blue. What am I doing wrong?',
    },
    {
      subject: 'Pairing of the Halo fails',
      text: 'Pairing stops at 80 % every time. Phone next to the lamp, Bluetooth on, restarted twice. Please help.',
    },
    {
      subject: 'Halo lost after an update',
      text: 'The Halo was paired for one evening, now the app does not see it any more and pairing it again fails.',
    },
    {
      subject: 'Two Halo lamps, only one pairs',
      text: 'I have two Halo lamps. The first one was easy, the second refuses to pair with the same account.',
    },
  ],
  zh: [
    { subject: 'Halo 配对失败', text: '上周买的 Halo,灯一直闪蓝光,App 里提示找不到设备,怎么配对都不行。' },
    { subject: 'Halo 配对卡住', text: 'Halo 配对每次到 80% 就停住,手机放在旁边,蓝牙也开着,请帮忙。' },
    { subject: 'Halo 更新后连不上', text: 'Halo 用了一晚上,更新以后 App 里找不到,重新配对也失败。' },
  ],
  ru: [
    {
      subject: 'Halo не подключается',
      text: 'Купили Halo на прошлой неделе. При сопряжении приложение пишет, что устройство не найдено, хотя лампа мигает синим.',
    },
    { subject: 'Сопряжение Halo зависает', text: 'Сопряжение Halo каждый раз останавливается на 80 %. Телефон рядом, Bluetooth включён.' },
    {
      subject: 'Halo пропала после обновления',
      text: 'Вечер лампа Halo работала, а после обновления приложение её не видит и сопряжение не проходит.',
    },
  ],
};

const pairingShare = 0.8;

/** The lamp "Halo" goes on sale and many cannot pair it. */
export const launch: Truth = {
  id: 1,
  name: 'Launch of the lamp Halo',
  from: '2025-09-16',
  until: '2025-10-14',
  planted: {
    peakInMeanDailyVolumes: peak,
    halfLifeDays,
    extraInMeanDailyVolumes: peak / (1 - 2 ** (-1 / halfLifeDays)),
    firstWeekRisePercent: 45,
  },
  decoys: [
    { name: 'Black Friday 2024', from: '2024-11-25', until: '2024-12-01', planted: { ticketsRisePercent: 70 } },
    { name: 'Black Friday 2025', from: '2025-11-24', until: '2025-11-30', planted: { ticketsRisePercent: 70 } },
    { name: '11.11 of 2024 on the Asia desk', from: '2024-11-11', until: '2024-11-17', planted: { ticketsRisePercent: 70 } },
    { name: '11.11 of 2025 on the Asia desk', from: '2025-11-10', until: '2025-11-16', planted: { ticketsRisePercent: 70 } },
  ],
  surge: (desk, day) => (day < launchDay ? 0 : peak * desk.share * 2 ** (-(day - launchDay) / halfLifeDays)),
  shape: (draft, random) => ({
    ...draft,
    team: draft.desk.language === 'en' ? 'demo:technical' : draft.team,
    category: 'technical',
    product: 'Halo',
    carrier: '',
    openings: random.chance(pairingShare) ? pairing[draft.desk.language] : null,
  }),
};
