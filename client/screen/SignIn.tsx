import { Door } from './Door.tsx';
import { SignInForm } from './SignInForm.tsx';

export function SignIn({ onDone }: { onDone: () => void }) {
  return (
    <Door>
      <SignInForm onDone={onDone} />
    </Door>
  );
}
