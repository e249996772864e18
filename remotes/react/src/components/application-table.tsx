import { type ApplicationFieldsFragment, joiningMessages } from '@jetbridge/schema';
import { ApplicationRow } from './application-row.tsx';

const text = joiningMessages.joining;

export function ApplicationTable({ applications }: { applications: readonly ApplicationFieldsFragment[] }) {
  return (
    <div className="table-scroll">
      <table className="table">
        <caption className="visually-hidden">{text.applicationsCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.applicant}</th>
            <th scope="col" className="col-1">
              {text.applied}
            </th>
            <th scope="col">
              <span className="visually-hidden">{text.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {applications.map((application) => (
            <ApplicationRow key={application.id} application={application} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
