import type { Metric } from '../../core/model/metric.ts';
import { backlog } from './backlog.ts';
import { created } from './created.ts';
import { csat } from './csat.ts';
import { fcr } from './fcr.ts';
import { firstResponse } from './first-response.ts';
import { fullResolution } from './full-resolution.ts';
import { nps } from './nps.ts';
import { reopenRate } from './reopen-rate.ts';
import { responseRate } from './response-rate.ts';
import { slaCompliance } from './sla-compliance.ts';
import { solved } from './solved.ts';
import { surveyAnswers } from './survey-answers.ts';
import { surveysDelivered } from './surveys-delivered.ts';
import { totalResolution } from './total-resolution.ts';

/** Every metric of the product. */
export const metrics: readonly Metric[] = [
  created,
  solved,
  backlog,
  firstResponse,
  fullResolution,
  reopenRate,
  slaCompliance,
  fcr,
  csat,
  nps,
  surveyAnswers,
  surveysDelivered,
  responseRate,
  totalResolution,
];
