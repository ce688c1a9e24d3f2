import { Component, type ReactNode } from 'react';
import { withTranslation, type WithTranslation } from 'react-i18next';
import { Empty } from '../part/Empty.tsx';

/**
 * A map that cannot be drawn (no WebGL, its part of the program not reachable) must not take the
 * console with it. React catches errors in classes only: the one class of the program.
 */
class Frame extends Component<WithTranslation & { children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };
  static getDerivedStateFromError = () => ({ broken: true });
  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <Empty title={this.props.t('shell.mapBroken')}>{this.props.t('shell.mapBrokenNote')}</Empty>
    );
  }
}

export const MapFrame = withTranslation()(Frame);
