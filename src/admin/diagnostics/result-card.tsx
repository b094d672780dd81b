import { Button, Modal } from '@wordpress/components';
import { useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Result } from './api';

interface Props {
	result: Result;
	onFix: ( result: Result ) => Promise< void >;
}

export function ResultCard( { result, onFix }: Props ) {
	const { id, title, status, summary, fix, links, details } = result;
	return (
		<li className={ `scsp-result is-${ status }` } data-check={ id }>
			<h4>{ title }</h4>
			<p>{ summary }</p>
			{ details.length > 0 && (
				<ul className="scsp-result__details">
					{ details.map( ( detail ) => (
						<li key={ detail }>{ detail }</li>
					) ) }
				</ul>
			) }
			{ fix && (
				<p className="scsp-result__fix">
					<strong>
						{ __( 'How to fix it:', 'sendcloud-service-points' ) }
					</strong>{ ' ' }
					{ fix }
				</p>
			) }
			<div className="scsp-result__actions">
				<FixButton result={ result } onFix={ onFix } />
				{ links.map( ( { label, url } ) => (
					<a key={ url } href={ url }>
						{ label }
					</a>
				) ) }
			</div>
		</li>
	);
}

/** Asks first: it changes the shop. */
export function FixButton( { result, onFix }: Props ) {
	const [ isAsking, setIsAsking ] = useState( false );
	const [ isFixing, setIsFixing ] = useState( false );
	const isBusy = useRef( false );
	const { fix_action: action, title, fix } = result;
	if ( ! action ) {
		return null;
	}
	const apply = async () => {
		setIsAsking( false );
		if ( ! isBusy.current ) {
			isBusy.current = true;
			setIsFixing( true );
			await onFix( result );
			setIsFixing( false );
			isBusy.current = false;
		}
	};
	return (
		<>
			<Button
				variant="secondary"
				isBusy={ isFixing }
				onClick={ () => setIsAsking( true ) }
			>
				{ action.label }
			</Button>
			{ isAsking && (
				<Modal
					title={ title }
					size="small"
					onRequestClose={ () => setIsAsking( false ) }
				>
					<p>{ fix }</p>
					<div className="scsp-diagnostics__buttons">
						<Button
							variant="primary"
							onClick={ () => void apply() }
						>
							{ action.label }
						</Button>
						<Button
							variant="tertiary"
							onClick={ () => setIsAsking( false ) }
						>
							{ __( 'Cancel', 'sendcloud-service-points' ) }
						</Button>
					</div>
				</Modal>
			) }
		</>
	);
}
