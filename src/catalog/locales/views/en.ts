/** The words of saved views in English. */
export const en = {
  'views.label': 'Saved views',
  'views.none': 'No view is saved yet. Save what you see for everyone here.',
  'views.save': 'Save this view',
  'views.name': 'Name of the view',
  'views.keep': 'Save',
  'views.manage': 'Rename, remove, history',
  'views.rename': 'Rename',
  'views.replace': 'Replace by what is shown now',
  'views.remove': 'Remove',
  'views.askRemove': 'Remove the view {{name}} for everyone? Its history stays.',
  'views.history': 'History',
  'views.version': '{{name}}, version {{version}}, {{time}}',
  'views.removedVersion': 'Removed, {{time}}',
  'views.open': 'Open this version',
} as const;
