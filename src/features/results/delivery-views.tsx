import {
  deliveryKind,
  DeliveryStateMark,
  NextTry,
  ReplayForm,
  TriesTable,
} from '../../ui/deliveries.tsx';
import { Panel } from '../../ui/workspace.tsx';
import type { ResultProps } from './result-views.tsx';

/** Where the result was handed over to, with every try. */
export function DeliveriesPanel(props: ResultProps) {
  const { record, t } = props;
  const words = t.workspace.result;
  return (
    <Panel title={words.deliveries}>
      {record.deliveries.length === 0 ? <p class="hint">{words.noDeliveries}</p> : null}
      {record.deliveries.map((delivery) => (
        <Delivery {...props} delivery={delivery} />
      ))}
    </Panel>
  );
}

type DeliveryProps = ResultProps & { delivery: ResultProps['record']['deliveries'][number] };

function Delivery({ delivery, record, mayManage, language, t }: DeliveryProps) {
  const tries = record.tries.filter(({ deliveryId }) => deliveryId === delivery.id);
  const kind = deliveryKind(delivery.kind, t, delivery.destination);
  return (
    <div class="delivery">
      <header>
        <h3>{kind}</h3>
        <DeliveryStateMark state={delivery.state} t={t} />
        {/^https?:/.test(delivery.destination) ? <code>{delivery.destination}</code> : null}
      </header>
      <NextTry {...{ delivery, language, t }} />
      <TriesTable {...{ tries, language, t }} />
      {mayManage ? <ReplayForm delivery={delivery} of={kind} t={t} /> : null}
    </div>
  );
}
