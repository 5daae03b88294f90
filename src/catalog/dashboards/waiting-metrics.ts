import type { WaitingMetric } from '../../core/model/dashboard.ts';
import { texts } from '../../core/model/locale.ts';

const orders = texts('orders', '订单', '訂單', 'заказы');
const calls = texts('calls', '通话记录', '通話記錄', 'звонки');
const customers = texts('customers with contracts or orders', '客户的合同或订单', '客戶的合約或訂單', 'клиенты с договорами или заказами');
const spend = texts('marketing spend', '营销支出', '行銷支出', 'расходы на маркетинг');
const web = texts('web visits', '网站访问', '網站造訪', 'визиты на сайт');
const social = texts('social posts', '社交媒体帖子', '社群貼文', 'публикации в соцсетях');

/** Metrics of the articles that tickets and surveys do not carry, with what each needs. */
export const waitingMetrics = {
  churn: { metric: texts('Churn rate', '流失率', '流失率', 'Отток'), needs: customers },
  retention: { metric: texts('Retention rate', '留存率', '留存率', 'Удержание'), needs: customers },
  lifetimeValue: {
    metric: texts('Customer lifetime value (CLV)', '客户终身价值（CLV）', '客戶終身價值（CLV）', 'Пожизненная ценность клиента (LTV)'),
    needs: orders,
  },
  loyalCustomers: { metric: texts('Loyal customer rate (LCR)', '忠诚客户占比', '忠誠客戶占比', 'Доля лояльных клиентов'), needs: orders },
  acquisitionCost: {
    metric: texts('Acquisition cost (CAC)', '获客成本（CAC）', '獲客成本（CAC）', 'Стоимость привлечения клиента'),
    needs: spend,
  },
  repurchase: { metric: texts('Repurchase rate', '复购率', '回購率', 'Доля повторных покупок'), needs: orders },
  handleTime: {
    metric: texts('Average handle time (AHT)', '平均处理时长（AHT）', '平均處理時間（AHT）', 'Среднее время обработки (AHT)'),
    needs: calls,
  },
  waitingTime: { metric: texts('Average wait', '平均排队等待时长', '平均等候時間', 'Среднее время ожидания ответа'), needs: calls },
  answerRate: { metric: texts('Answer rate', '接通率', '接聽率', 'Доля принятых вызовов'), needs: calls },
  contactsPerOrder: {
    metric: texts('Contacts per 100 orders', '百单进线量', '每百筆訂單進線數', 'Обращений на 100 заказов'),
    needs: orders,
  },
  helpViews: {
    metric: texts(
      'Views of help pages beside tickets',
      '帮助页浏览与工单对照',
      '說明頁瀏覽與工單對照',
      'Просмотры справки рядом с обращениями',
    ),
    needs: web,
  },
  selfService: { metric: texts('Self-service use', '自助服务使用率', '自助服務使用率', 'Доля самообслуживания'), needs: web },
  engagement: { metric: texts('Engagement rate', '互动率', '互動率', 'Вовлечённость (ER)'), needs: social },
} as const satisfies Readonly<Record<string, WaitingMetric>>;
