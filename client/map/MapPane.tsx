export default function MapPane() {
  return <div />;
}
