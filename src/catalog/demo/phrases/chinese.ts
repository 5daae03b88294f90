import type { Phrasebook } from './phrasebook.ts';

/** What is said in Chinese. */
export const chinese: Phrasebook = {
  item: '商品',
  productName: '“*”',
  regions: {
    'East China': '华东',
    'South China': '华南',
    'North China': '华北',
    'Central China': '华中',
    'West China': '西部',
    'Hong Kong': '香港',
  },
  openings: {
    shipping: [
      { subject: '订单 {order} 到哪里了', text: '你好,订单 {order} 显示三天前就发货了,{carrier} 的物流信息一直没有更新,麻烦帮我查一下。' },
      { subject: '显示签收但没收到', text: '{carrier} 说昨天已经签收,可是家里没人收到,快递柜和门卫那里都没有。订单号 {order}。' },
      { subject: '{region} 多久能到', text: '我在{region},买的是{product},请问大概哪天能送到?我需要提前安排人在家。' },
      { subject: '修改收货地址', text: '地址填成旧的了,订单 {order},{carrier} 还没揽件的话能不能改一下?' },
      { subject: '少发了一件', text: '今天只收到一个箱子,里面没有{product},面单上写的是 1/2,另一件在哪里?' },
    ],
    technical: [
      { subject: '{product} 打不开', text: '{product}用了两个月,突然不亮了,换了插座也没反应,还能怎么处理?' },
      { subject: '{product} 一直闪', text: '{product}调到一半亮度以下就闪,是灯泡的问题还是本身有毛病?' },
      { subject: '{product} 有噪音', text: '从上周开始{product}有嗡嗡声,隔壁房间都听得到,请帮忙看看。' },
      { subject: '要说明书', text: '{product}的说明书弄丢了,不知道螺丝怎么装,能发一份电子版吗?' },
    ],
    returns: [
      { subject: '申请退货', text: '订单 {order} 里的{product}想退掉,没有用过,包装都在,退货单在哪里打印?' },
      { subject: '退款没到账', text: '{product}你们十天前就收到了,退款到现在还没到账,订单 {order}。' },
      { subject: '收到就是坏的', text: '{product}打开就发现底座裂了,已经拍照,要求退换。' },
      { subject: '想换颜色', text: '{product}颜色比图片深,可以换浅色的吗?运费谁出?' },
    ],
    sales: [
      { subject: '购买前咨询', text: '层高两米三的房间能装{product}吗?一次买四个有没有优惠?' },
      { subject: '企业采购', text: '我们在{region}做民宿,需要三十件左右的{product},请问找谁报价?' },
      { subject: '优惠券用不了', text: '生日优惠券明明没过期,结账时提示无效,我想买{product}。' },
    ],
    'product availability': [
      { subject: '{product} 什么时候有货', text: '{product}已经缺货两个星期了,什么时候补货?可以预订吗?' },
      { subject: '配件', text: '还能买到{product}的玻璃灯罩吗?搬家时打碎了。' },
    ],
    cancellations: [
      { subject: '取消订单 {order}', text: '不小心重复下单了,请取消 {order},只要一件{product}。' },
      { subject: '等太久,想取消', text: '{product}要等四个星期,太久了,请取消订单 {order} 并退款。' },
    ],
    billing: [
      { subject: '重复扣款', text: '订单 {order} 扣了两次钱,请核实后退还一笔。' },
      { subject: '开发票', text: '订单 {order} 需要开公司抬头的发票,请问在哪里申请?' },
    ],
  },
  again: ['几天前已经问过一次,问题还是没解决。', '这是第二次联系你们了:', '上次说处理好了,结果没有。'],
  complaint: ['太失望了,我要投诉。', '这样的服务不能接受,请转给主管处理。'],
  details: [
    '你要的信息:面单上的号码是 {order}。',
    '照片刚刚发过去了,是今年买的{product}。',
    '按你说的一步一步试过了,还是不行。',
    '周末不方便,工作日上午可以,接下来怎么办?',
  ],
  reopening: [
    '问题还是没有解决,请再看一下。',
    '系统显示已解决,可我这边什么都没变。',
    '好了一天,{product}又出现同样的问题。',
    '说好的日期已经过了,请问怎么回事?',
  ],
  thanks: ['谢谢', '谢谢!', '好的,谢谢', '非常感谢', '感谢!'],
  chatDetails: ['订单号是 {order}', '就是{product}的问题', '没有收到邮件', '大概从周一开始的', '这个我试过了,没用'],
  botGreeting: ['{name}您好,我是智能客服小光,正在为您查询。', '您好{name},小光收到您的问题了,请稍等。'],
  botAnswer: {
    shipping: ['订单 {order} 的最新物流和预计送达日期可以在订单页查看,请问解决了吗?'],
    technical: ['请先把{product}断电一分钟再试,帮助中心有图文步骤。'],
    returns: ['在“我的订单”里可以打印退货单,收到后五个工作日内退款。'],
    sales: ['{product}的尺寸和优惠都在商品页,需要我发链接吗?'],
    'product availability': ['已经为您登记到货提醒,{product}补货当天会发邮件。'],
    cancellations: ['订单 {order} 还没打包,可以在账户里直接取消。'],
    billing: ['订单 {order} 的发票在“付款记录”里,重复扣款三天内会自动退回。'],
  },
  botHandOff: ['正在为您转接人工客服。', '这个问题由同事处理更合适,请稍等。'],
  botClosed: ['现在是下班时间,上班后第一时间为您转接人工。'],
  toPerson: ['没有用,转人工', '请找人工客服', '不是这个意思,我要人工'],
  agentQuestion: [
    '{name}您好,很抱歉给您带来不便。请发一张照片和面单上的号码,我马上核实。{agent}',
    '{name}您好,查询订单 {order} 需要购买日期和付款方式,收到后尽快处理。{agent}',
  ],
  agentAnswer: {
    shipping: ['{name}您好,已联系{carrier},包裹重新安排派送,两天内送到。{agent}', '{name}您好,{carrier}确认丢件,今天给您免费补发。{agent}'],
    technical: [
      '{name}您好,这是驱动的已知问题,给您寄一个新的,一分钟就能换好。{agent}',
      '{name}您好,请先停用{product},换新的已经发出。{agent}',
    ],
    returns: ['{name}您好,退货单已附上,收到后三到五天退款。{agent}', '{name}您好,订单 {order} 的退款刚刚办好。{agent}'],
    sales: ['{name}您好,可以安装,四件起九二折,报价已放入您的账户。{agent}'],
    'product availability': ['{name}您好,{product}十二天后到货,已为您预留一件。{agent}'],
    cancellations: ['{name}您好,订单 {order} 已取消,款项原路退回。{agent}'],
    billing: ['{name}您好,确实重复扣款,第二笔正在退回,发票见附件。{agent}'],
  },
  agentChat: ['{name}您好,我是{agent},帮您看一下。', '看到订单 {order} 了,请稍等。', '已经为您修改,邮件马上发出。', '处理好了。'],
  note: ['已问仓库,周一以后没有扫描记录。', '客户有延保,直接换新。', '请财务核对第二笔扣款。'],
};
