/** Words that names of services end with and components' names leave out. */
const SUFFIX = /(?<=.{3})-?(?:service|svc)$/;

/** A name as it is compared: `OrdersDB_service`, `orders-db` and `orders-db-svc` are one. */
export function normalizeName(name: string): string {
  return name
    .replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-')
    .toLowerCase()
    .replace(/[_.\s]+/g, '-')
    .replace(SUFFIX, '');
}
