import { joiningMessages } from '@jetbridge/schema';

const text = joiningMessages.profile;

export function RankTable({ ranks }: { ranks: readonly { name: string; minimumHours: number }[] }) {
  return (
    <div className="table-scroll">
      <table className="table">
        <caption className="visually-hidden">{text.ranksCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.rank}</th>
            <th scope="col">{text.from}</th>
          </tr>
        </thead>
        <tbody>
          {ranks.map(({ name, minimumHours }) => (
            <tr key={name}>
              <th scope="row" className="grow">
                {name}
              </th>
              <td>{text.hours(minimumHours)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
