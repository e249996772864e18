import { type AirlineFieldsFragment, settingsMessages } from '@jetbridge/schema';
import { useState } from 'react';
import { LeaveDialog } from './leave-dialog.tsx';

const text = settingsMessages.danger;

export function LeaveAirline({ airline }: { airline: AirlineFieldsFragment }) {
  const [leaving, setLeaving] = useState(false);
  return (
    <div className="form card">
      <p>{text.leaveText}</p>
      <div className="form-foot">
        <button className="btn" type="button" onClick={() => setLeaving(true)}>
          {text.leave}
        </button>
      </div>
      {leaving && <LeaveDialog airline={airline} onClose={() => setLeaving(false)} />}
    </div>
  );
}
