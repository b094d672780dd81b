/**
 * The block in the editor: a picture of itself. The editor's cart has made-up rates, so there is nothing to choose from.
 */
import { useBlockProps } from '@wordpress/block-editor';
import { registerBlockType } from '@wordpress/blocks';
import { __ } from '@wordpress/i18n';
import { ReactComponent as Icon } from '../../assets/images/service-point.svg';
import metadata from './block.json';
import './style.scss';

function Edit() {
	return (
		<div { ...useBlockProps( { className: 'scsp-package' } ) }>
			<div className="scsp-point">
				<span className="scsp-point__name">
					{ __( 'Service point', 'sendcloud-service-points' ) }
				</span>
				<span className="scsp-point__details">
					{ __(
						'Shoppers choose a service point here when their shipping method delivers to one.',
						'sendcloud-service-points'
					) }
				</span>
			</div>
		</div>
	);
}

registerBlockType( metadata, {
	icon: <Icon />,
	edit: Edit,
	// WooCommerce hangs the block's name and attributes on this element.
	save: () => <div { ...useBlockProps.save() } />,
} );
