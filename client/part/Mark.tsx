/** The tower: mark of the product. */
export function Mark({ size = 20 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" style={{ flex: 'none' }}>
      <path
        fill="currentColor"
        d="M12 .5 7.5 6v3.5H6V23h4.8v-5.2h2.4V23H18V9.5h-1.5V6ZM10.8 11h2.4v3.2h-2.4Z"
      />
    </svg>
  );
}
