import { type Texts, texts } from '../../../core/model/locale.ts';

/** The holidays of the three places in four languages, by the name that they have there. */
const byLocalName: Readonly<Record<string, Texts>> = {
  'Christmas Day': texts('Christmas Day', '圣诞节', '聖誕節', 'Рождество (25 декабря)'),
  'Boxing Day': texts('Boxing Day', '节礼日', '節禮日', 'День подарков'),
  'Boxing Day, substitute day': texts('Boxing Day, substitute day', '节礼日补休', '節禮日補休', 'День подарков, перенос'),
  "New Year's Day": texts("New Year's Day", '元旦', '元旦', 'Новый год'),
  'Good Friday': texts('Good Friday', '耶稣受难日', '耶穌受難日', 'Страстная пятница'),
  'Easter Monday': texts('Easter Monday', '复活节星期一', '復活節星期一', 'Пасхальный понедельник'),
  'Early May bank holiday': texts('Early May bank holiday', '五月初银行假日', '五月初銀行假日', 'Майский выходной в Англии'),
  'Spring bank holiday': texts('Spring bank holiday', '春季银行假日', '春季銀行假日', 'Весенний выходной в Англии'),
  'Summer bank holiday': texts('Summer bank holiday', '夏季银行假日', '夏季銀行假日', 'Летний выходной в Англии'),
  元旦: texts("New Year's Day", '元旦', '元旦', 'Новый год'),
  春节: texts('Spring Festival', '春节', '春節', 'Праздник весны (китайский Новый год)'),
  清明节: texts('Qingming Festival', '清明节', '清明節', 'Цинмин'),
  劳动节: texts('Labour Day', '劳动节', '勞動節', 'День труда'),
  端午节: texts('Dragon Boat Festival', '端午节', '端午節', 'Праздник драконьих лодок'),
  中秋节: texts('Mid-Autumn Festival', '中秋节', '中秋節', 'Праздник середины осени'),
  国庆节: texts('National Day', '国庆节', '國慶節', 'День образования КНР'),
  '国庆节、中秋节': texts(
    'National Day and Mid-Autumn Festival',
    '国庆节、中秋节',
    '國慶節、中秋節',
    'День образования КНР и Праздник середины осени',
  ),
  'День независимости': texts('Independence Day', '独立日', '獨立日', 'День независимости'),
  'Новый год': texts("New Year's Day", '新年', '新年', 'Новый год'),
  Рождество: texts('Orthodox Christmas', '东正教圣诞节', '東正教聖誕節', 'Рождество'),
  'Международный женский день': texts("International Women's Day", '国际妇女节', '國際婦女節', 'Международный женский день'),
  Наурыз: texts('Nauryz', '纳乌鲁斯节', '納烏魯斯節', 'Наурыз'),
  'Праздник единства народа': texts('Unity Day', '人民团结日', '人民團結日', 'Праздник единства народа'),
  'День защитника Отечества': texts('Defender of the Fatherland Day', '祖国保卫者日', '祖國保衛者日', 'День защитника Отечества'),
  'День Победы': texts('Victory Day', '胜利日', '勝利日', 'День Победы'),
  'Курбан-айт': texts('Kurban Ait', '古尔邦节', '古爾邦節', 'Курбан-айт'),
  'День столицы': texts('Capital City Day', '首都日', '首都日', 'День столицы'),
  'День Конституции': texts('Constitution Day', '宪法日', '憲法日', 'День Конституции'),
  'День Республики': texts('Republic Day', '共和国日', '共和國日', 'День Республики'),
};

/** What a holiday of the sample is called in each language. @throws Error for one that has no texts */
export function holidayNames(localName: string): Texts {
  const names = byLocalName[localName];
  if (names === undefined) throw new Error(`The holiday ${JSON.stringify(localName)} of the sample has no names.`);
  return names;
}
