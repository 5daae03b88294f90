import '../styles/settings.css';
import { createLazyRoute, Link, useParams } from '@tanstack/react-router';
import { type SettingName, settingNames } from '../../../core/model/settings/index.ts';
import { Frame } from '../parts/Frame.tsx';
import { useReader } from '../parts/language.ts';
import { SettingForm } from '../parts/SettingForm.tsx';
import { SettingsCalendar } from '../parts/SettingsCalendar.tsx';
import { SettingsCategories } from '../parts/SettingsCategories.tsx';
import { SettingsComplaints } from '../parts/SettingsComplaints.tsx';
import { SettingsCourtesy } from '../parts/SettingsCourtesy.tsx';
import { SettingsDefinitions } from '../parts/SettingsDefinitions.tsx';
import { SettingsGoals } from '../parts/SettingsGoals.tsx';
import { SettingsHours } from '../parts/SettingsHours.tsx';
import { SettingsPolicies } from '../parts/SettingsPolicies.tsx';
import { SettingsSenders } from '../parts/SettingsSenders.tsx';
import { SettingsTicketLinks } from '../parts/SettingsTicketLinks.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';

/** What an administrator decides for the house, one setting at a time. */
function SettingsPage() {
  const { say } = useReader();
  const { setting } = useParams({ from: '/settings/$setting' });
  const name = settingNames.find((each) => each === setting);
  if (name === undefined) return <NotFoundPage />;
  return (
    <Frame title={say('settings.title')}>
      <div className="settings">
        <nav aria-label={say('settings.title')}>
          {settingNames.map((each) => (
            <Link key={each} to="/settings/$setting" params={{ setting: each }} className="setting-link">
              {say(`setting.${each}`)}
            </Link>
          ))}
        </nav>
        {formOf(name)}
      </div>
    </Frame>
  );
}

function formOf(name: SettingName) {
  switch (name) {
    case 'calendar':
      return <SettingForm key={name} name={name} fields={SettingsCalendar} />;
    case 'house-definitions':
      return <SettingForm key={name} name={name} fields={SettingsDefinitions} />;
    case 'automatic-senders':
      return <SettingForm key={name} name={name} fields={SettingsSenders} />;
    case 'courtesy':
      return <SettingForm key={name} name={name} fields={SettingsCourtesy} />;
    case 'complaint-rule':
      return <SettingForm key={name} name={name} fields={SettingsComplaints} />;
    case 'category-merge':
      return <SettingForm key={name} name={name} fields={SettingsCategories} />;
    case 'schedules':
      return <SettingForm key={name} name={name} fields={SettingsHours} />;
    case 'sla-policies':
      return <SettingForm key={name} name={name} fields={SettingsPolicies} />;
    case 'goals':
      return <SettingForm key={name} name={name} fields={SettingsGoals} />;
    case 'ticket-links':
      return <SettingForm key={name} name={name} fields={SettingsTicketLinks} />;
    default:
      return name satisfies never;
  }
}

export const settingsPage = createLazyRoute('/settings/$setting')({ component: SettingsPage });
