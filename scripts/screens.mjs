// Every screen of the product, on the data of the demo: its address, who looks, and what has to be there first.
const admin = 'admin@demo.jetbridge.example';
const staff = 'staff@demo.jetbridge.example';
const pilot = 'pilot@demo.jetbridge.example';
const visitor = null;

/** The newest PIREP in a state: the list knows its address. */
const pirepIn = (state) => async (url, page) => {
  await page.goto(`${url}/svelte/airlines/NDL/pireps?state=${state}`);
  const address = await page.getByRole('rowheader').first().getByRole('link').getAttribute('href');
  return address.replace('/svelte', '');
};
const submitted = (page) => page.getByRole('main').locator('button[type=submit]').first().click();

export const screens = [
  { name: 'sign-in', as: visitor, path: '/sign-in' },
  { name: 'sign-in-problems', as: visitor, path: '/sign-in', ready: submitted },
  { name: 'register', as: visitor, path: '/register' },
  { name: 'verify', as: visitor, path: '/verify' },
  { name: 'forgot', as: visitor, path: '/forgot' },
  { name: 'reset', as: visitor, path: '/reset?token=a' },
  { name: 'setup-done', as: visitor, path: '/setup' },
  { name: 'not-found', as: visitor, path: '/nowhere' },
  { name: 'airlines', as: pilot, path: '/airlines' },
  { name: 'airline-new', as: admin, path: '/airlines/new' },
  { name: 'airline-profile', as: pilot, path: '/airlines/ABX' },
  { name: 'dashboard-pilot', as: pilot, path: '/airlines/NDL' },
  { name: 'dashboard-admin', as: admin, path: '/airlines/NDL' },
  { name: 'pireps', as: staff, path: '/airlines/NDL/pireps' },
  { name: 'pirep-file', as: pilot, path: '/airlines/NDL/pireps/new' },
  { name: 'pirep-file-problems', as: pilot, path: '/airlines/NDL/pireps/new', ready: submitted },
  { name: 'pirep-pending', as: staff, path: pirepIn('PENDING') },
  { name: 'pirep-accepted', as: pilot, path: pirepIn('ACCEPTED') },
  { name: 'review', as: staff, path: '/airlines/NDL/review' },
  { name: 'roster', as: admin, path: '/airlines/NDL/members' },
  { name: 'pilot', as: admin, path: '/airlines/NDL/members/3' },
  { name: 'joining', as: admin, path: '/airlines/ABX/joining' },
  { name: 'invitation', as: pilot, path: '/invitation?token=a' },
  { name: 'settings', as: admin, path: '/airlines/NDL/settings' },
  { name: 'account', as: pilot, path: '/account' },
  { name: 'account-sessions', as: pilot, path: '/account/sessions' },
  { name: 'account-api-keys', as: pilot, path: '/account/api-keys' },
  { name: 'account-data', as: pilot, path: '/account/data' },
  { name: 'admin-airlines', as: admin, path: '/admin/airlines' },
  { name: 'admin-users', as: admin, path: '/admin/users' },
  { name: 'admin-health', as: admin, path: '/admin/health' },
  { name: 'admin-mail', as: admin, path: '/admin/mail' },
];
