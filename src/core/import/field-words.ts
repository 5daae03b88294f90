/**
 * What people call a thing in the header of a file: English, Chinese, Russian, German, Spanish, French. Written as `columnWord` writes a header:
 * small letters, other characters as `_`, words of one line parted by spaces.
 */
export const fieldWords = {
  ticket_key: `ticket_id ticket ticket_number ticket_no ticketid number case_id case_number case case_no incident incident_id incident_number
    issue_key issue_id request_id request_number conversation_id unique_key main_tweet_id thread_id 工单 工单号 工单编号 工單 工單編號 номер_тикета
    тикет номер_обращения обращение заявка номер_заявки ticketnummer vorgangsnummer fallnummer numero_de_ticket número_de_ticket numéro_de_ticket`,
  row_key: `id key uuid event_id message_id comment_id tweet_id response_id answer_id rating_id record_id 编号 編號 ид идентификатор номер kennung identificador identifiant`,
  created: `created created_at created_date created_on create_time createdat creation_date creation_time date_created opened opened_at open_date
    opened_date submitted_at submitted date_opened date time timestamp datetime sent_at posted_at received_at at event_time occurred_at
    date_submitted responded_at answered_at recorded_date end_date 创建时间 创建日期 建立時間 建立日期 时间 日期 дата дата_создания создано создан время erstellt erstellt_am erstelldatum
    datum fecha fecha_de_creación fecha_creacion creado date_de_création créé_le`,
  updated: `updated updated_at updated_date last_updated last_update update_time date_updated modified modified_at last_modified sys_updated_at
    sys_updated_on changed_at 更新时间 更新時間 修改时间 обновлено дата_обновления изменено aktualisiert aktualisiert_am geändert actualizado actualizado_el
    fecha_de_actualización mis_à_jour mis_à_jour_le modifié_le`,
  solved: `solved solved_at solved_date resolved resolved_at resolved_date resolution_date date_resolved date_solved resolve_time 解决时间 解決時間
    дата_решения решено gelöst gelöst_am gelöst_datum resuelto resuelto_el fecha_de_resolución résolu résolu_le date_de_résolution`,
  closed: `closed closed_at closed_date close_date date_closed close_time completed_at 关闭时间 關閉時間 дата_закрытия закрыто geschlossen geschlossen_am
    cerrado fecha_de_cierre fermé_le date_de_fermeture date_de_clôture`,
  first_response_at: `first_response_at first_reply_at first_responded_at first_response_date first_reply_date initial_response_at first_response
    首次响应时间 首次回應時間 первый_ответ дата_первого_ответа erste_antwort erste_antwort_am primera_respuesta première_réponse`,
  first_response: `first_response first_reply first_response_time first_reply_time frt initial_response_time reply_time response_time
    time_to_first_response time_to_first_reply first_response_duration 首次响应时长 время_первого_ответа antwortzeit tiempo_de_primera_respuesta
    temps_de_première_réponse`,
  resolution: `resolution resolution_time time_to_resolution time_to_resolve ttr full_resolution full_resolution_time handle_time resolve_duration
    resolution_duration 解决时长 处理时长 время_решения lösungszeit tiempo_de_resolución temps_de_résolution`,
  status:
    'status ticket_status state incident_state ident_state case_status stage current_status 状态 狀態 статус состояние estado statut état',
  priority: 'priority ticket_priority prio severity urgency_level 优先级 優先級 приоритет priorität prioridad priorité',
  channel: `channel ticket_channel via contact_type source_channel medium contact_channel origin contact_method 渠道 管道 канал источник kanal canal
    canal_de_contact`,
  category: `category ticket_category type ticket_type issue_type contact_reason reason complaint_type topic problem_type request_type 类别 分类
    類別 分類 категория тема_обращения тип kategorie anliegen grund categoría categoria motivo tipo catégorie motif`,
  subject:
    'subject title summary ticket_subject short_description descriptor headline 主题 标题 主題 標題 тема заголовок betreff titel asunto título objet sujet titre',
  body: `body description ticket_description question message_body content details customer_message 描述 内容 內容 описание сообщение beschreibung
    nachricht descripción mensaje contenu`,
  answer:
    'answer reply response resolution_description resolution_notes agent_reply 回复 答复 回覆 ответ antwort lösung respuesta solución réponse',
  assignee: `assignee assignee_id assigned_to agent agent_id agent_name owner owner_id responder responder_id handled_by assigned_agent
    负责人 客服 处理人 負責人 исполнитель агент оператор ответственный bearbeiter zuständig agente asignado_a assigné_à`,
  team: `team team_id team_name group group_id group_name assignment_group assigned_group department agency queue queue_name support_group 团队 小组 部门 團隊
    部門 команда группа отдел gruppe abteilung equipo grupo departamento équipe groupe service`,
  requester: `requester requester_id customer customer_id caller caller_id contact_id user_id client_id account_id end_user_id reporter 客户 客户编号
    客戶 客戶編號 клиент заявитель kunde kundennummer kunden_id cliente cliente_id client`,
  email: `email e_mail email_address requester_email customer_email contact_email customer_email_address user_email mail 邮箱 電郵 电子邮件 почта
    эл_почта электронная_почта e_mail_adresse correo correo_electrónico courriel adresse_e_mail`,
  phone:
    'phone phone_number requester_phone customer_phone mobile telephone 电话 手机 電話 телефон telefon telefonnummer teléfono telefono téléphone',
  language: 'language lang locale 语言 語言 язык sprache idioma langue',
  region: 'region area territory borough market 地区 區域 地區 регион область gebiet región région',
  country: 'country country_code nation 国家 國家 страна land país pays',
  product: 'product product_name item product_purchased sku 产品 商品 產品 продукт товар produkt producto produit',
  carrier: 'carrier shipping_carrier courier 承运商 快递 物流 перевозчик служба_доставки versanddienst transportista transporteur',
  tags: 'tags labels label tag keywords 标签 標籤 теги метки etiketten schlagworte etiquetas étiquettes',
  reopens: 'reopens reopen_count reopened_count reopened 重开次数 переоткрытий wiedereröffnungen reaperturas réouvertures',
  replies: 'replies reply_count agent_replies responses public_replies 回复数 ответов antworten respuestas réponses',
  handoffs: 'handoffs reassignment_count reassignments transfers 转派次数 передач weiterleitungen traspasos transferts',
  first_response_sla: 'response_sla_met first_response_sla first_response_sla_met first_response_sla_status response_sla frt_sla_met',
  resolution_sla:
    'made_sla sla_met resolution_sla_met resolution_sla resolution_sla_status sla_status sla 是否达标 sla_выполнен sla_eingehalten',
  csat: `csat csat_score csat_rating satisfaction satisfaction_rating satisfaction_score customer_satisfaction customer_satisfaction_rating
    满意度 滿意度 оценка удовлетворенность zufriedenheit satisfacción`,
  comment:
    'comment comments feedback csat_comment satisfaction_comment remark remarks verbatim 评论 評論 комментарий отзыв kommentar comentario commentaire',
  sequence: 'sequence seq sys_mod_count mod_count update_number revision version_number sort_order',
  is_spam: 'spam is_spam',
  is_test: 'is_test test_ticket',
  is_deleted: 'deleted is_deleted',
  merged_into: 'merged_into merged_into_id merged_ticket_id duplicate_of',
  actor: `actor actor_id author author_id sender sender_id user from updated_by sys_updated_by by performed_by created_by`,
  actor_kind: 'actor_kind actor_type author_type sender_type direction inbound role author_role is_inbound message_type',
  text: 'text message body content comment comment_body tweet message_text plain_body 文本 消息 内容 текст сообщение nachricht texto mensaje texte message',
  reply_to:
    'reply_to reply_to_id in_reply_to in_reply_to_id in_response_to in_response_to_tweet_id parent_id parent_message_id in_reply_to_status_id',
  public: 'public is_public',
  event_kind: 'event event_type event_name kind action activity type 事件 событие ereignis evento événement',
  survey: 'survey survey_id survey_name form 问卷 опрос umfrage encuesta enquête',
  question: 'question question_id question_text field_label 问题 вопрос frage pregunta',
  survey_kind: 'kind survey_type metric score_type question_type field_type',
  score:
    'score rating answer_value response_value nps nps_score value value_number points 评分 分数 評分 оценка балл bewertung punktzahl puntuación note',
  name: 'name full_name customer_name agent_name display_name 姓名 名称 名稱 имя фио nombre nom',
  role: 'role title job_title user_role 角色 роль rolle rol rôle',
  agent_kind: 'kind type agent_type',
  active: 'active is_active enabled',
  left: 'left_at end_date left terminated_at',
} as const;

export type FieldWord = keyof typeof fieldWords;

/** A column name as the word list writes it: `Created Date` and `createdDate` are `created_date`. */
export function columnWord(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '');
}
