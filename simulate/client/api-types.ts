// Written by `npm run client` from the OpenAPI document.
export interface paths {
    "/api/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Orders, newest first; `query` finds by the beginning of a number or e-mail, a phone number however it is written, parts of a name, the label of a tote or parcel, or a payment’s reference
         * @description Scope: read. Roles: manager, support.
         */
        get: operations["listOrders"];
        put?: never;
        /**
         * Place an order: charged, held and saved before it answers
         * @description Scope: orders.
         */
        post: operations["placeOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{orderNumber}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One order: lines with bins, the six steps, the timeline
         * @description Scope: read. Roles: manager, support.
         */
        get: operations["showOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{orderNumber}/steps/{kind}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try an owed step again now
         * @description Scope: orders. Roles: manager, support.
         */
        post: operations["retryStep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A site's day so far
         * @description Scope: read. Roles: manager.
         */
        get: operations["showToday"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pick-lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open pick lists of a site, most urgent first
         * @description Scope: read. Roles: manager, picker.
         */
        get: operations["listPickLists"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{orderNumber}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an order that no carrier has: nothing is held, nothing is charged; cancelled again, nothing changes
         * @description Scope: orders. Roles: manager, support.
         */
        post: operations["cancelOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{orderNumber}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give money back: an amount, the price of lines, or all that is left; once by its operation
         * @description Scope: orders. Roles: manager, support.
         */
        post: operations["refundOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{orderNumber}/address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Send an order to another address, until it is picked
         * @description Scope: orders. Roles: manager, support.
         */
        put: operations["changeAddress"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{orderNumber}/ship-short": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ship without what the house does not have; nobody pays for it
         * @description Scope: orders. Roles: manager, support.
         */
        post: operations["shipShort"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{orderNumber}/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take goods back: into a bin or on the dock, and their price is refunded; once by its operation
         * @description Scope: orders. Roles: manager, support.
         */
        post: operations["returnOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/parcels/{parcel}/hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A parcel is with its carrier: what is in it is shipped and to be charged; said again, nothing changes
         * @description Scope: scans. Roles: manager, picker.
         */
        post: operations["handOverParcel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/parcels/{parcel}/label": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The label of a parcel, 102 by 152 mm, as SVG: the address, and its SSCC as GS1-128
         * @description Scope: scans. Roles: manager, picker, support.
         */
        get: operations["showLabel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How long a site keeps its ledger and orders near, and what of them is archived
         * @description Scope: read. Roles: manager.
         */
        get: operations["showArchive"];
        /**
         * Say how many months stay near, and how many are kept at all; what is archived stays so
         * @description Scope: all. Roles: manager.
         */
        put: operations["setArchiveTerms"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{orderNumber}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write a note about an order, for whoever opens it next
         * @description Scope: orders. Roles: manager, support.
         */
        post: operations["writeNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{orderNumber}/notes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take a note back; taken back again, nothing changes
         * @description Scope: orders. Roles: manager, support.
         */
        delete: operations["removeNote"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{orderNumber}/mails/{kind}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a mail about an order again, also to another address; kinds: order-confirmation, order-delayed, order-short, order-shipped, order-refunded
         * @description Scope: orders. Roles: manager, support.
         */
        post: operations["resendMail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/system": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The house itself: version, processes, health of every part, lag, sizes, backups
         * @description Scope: read. Roles: manager.
         */
        get: operations["showSystem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/reconcile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lay our movements of a period beside the provider's list, now; by default the last 48 hours
         * @description Scope: all. Roles: manager.
         */
        post: operations["reconcilePayments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/reconciliations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reconciliations with the provider, newest first: each difference, and whether it was mended
         * @description Scope: all. Roles: manager.
         */
        get: operations["listReconciliations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/picks/next": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The tour that the caller walks, or the best that waits; 204 when there is none
         * @description Scope: events. Roles: manager, picker.
         */
        get: operations["nextTour"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/picks/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The tours that are walked now: where their pickers are, what is next, the rest of the walk
         * @description Scope: read. Roles: manager.
         */
        get: operations["listLiveTours"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/picks/numbers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Rates, metres, accuracy and short picks since the site's midnight; by picker for managers
         * @description Scope: read. Roles: manager, picker, support.
         */
        get: operations["showPickNumbers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/picks/{tourId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A tour as it is now
         * @description Scope: read or events. Roles: manager, picker.
         */
        get: operations["showTour"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/picks/{tourId}/confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What was picked: at once, late, in any order or twice; each `operationId` counts once
         * @description Scope: events. Roles: manager, picker.
         */
        post: operations["confirmPicks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/picks/{tourId}/shorts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A bin has less than it should: another one, or the rest is released; the bin is to be counted
         * @description Scope: events. Roles: manager, picker.
         */
        post: operations["shortPick"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/picks/{tourId}/lease": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The picker is still there: nobody else gets the tour
         * @description Scope: events. Roles: manager, picker.
         */
        post: operations["extendLease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/picks/{tourId}/give-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The rest of the tour is open again; what was picked stays in its totes
         * @description Scope: events. Roles: manager, picker.
         */
        post: operations["giveBackTour"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tours, newest first; with `since` and `until` those that somebody walked between both
         * @description Scope: read. Roles: manager.
         */
        get: operations["listTours"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tours/pickers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who may walk tours at a site
         * @description Scope: read. Roles: manager.
         */
        get: operations["listPickers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tours/{tourId}/reassign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives a tour to another picker, or with null back to everybody
         * @description Scope: all. Roles: manager.
         */
        post: operations["reassignTour"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pick-lists/{id}/expedite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Puts a waiting pick list before the others
         * @description Scope: all. Roles: manager.
         */
        post: operations["expeditePickList"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/picking-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How a site picks: what its manager has said, or the defaults
         * @description Scope: read. Roles: manager.
         */
        get: operations["showPickingRules"];
        /**
         * Says how a site picks, all rules at once; tours that are walked keep their stops
         * @description Scope: all. Roles: manager.
         */
        put: operations["setPickingRules"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Stock of one SKU with its bins (`sku`), or of all SKUs of a site (`site`)
         * @description Scope: read. Roles: manager, support, picker.
         */
        get: operations["showStock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The entries behind a quantity, of a SKU or of a bin, newest first
         * @description Scope: read. Roles: manager, support.
         */
        get: operations["listLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A SKU's quantity at a site over the last hours or days
         * @description Scope: read. Roles: manager, support.
         */
        get: operations["showStockHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock/events/{address}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One event as it was sent, in its newest version, what it changed and whom it went to; the ledger gives the address
         * @description Scope: read. Roles: manager, support.
         */
        get: operations["showStockEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Counts, newest first
         * @description Scope: read. Roles: manager, picker.
         */
        get: operations["listCounts"];
        put?: never;
        /**
         * Has a bin or a SKU counted
         * @description Scope: events. Roles: manager, picker.
         */
        post: operations["openCount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One count and its lines; blind until it is finished
         * @description Scope: read. Roles: manager, picker.
         */
        get: operations["showCount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counts/{id}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tells what lay in its bins; a line sent twice is one line, a later one of the same bin and SKU counts
         * @description Scope: events. Roles: manager, picker.
         */
        post: operations["recordCountLines"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counts/{id}/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Compares it with the book at the instant of each line. A finished count of a bin says that nothing else lies there
         * @description Scope: events. Roles: manager, picker.
         */
        post: operations["finishCount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counts/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Records the differences over the limit
         * @description Scope: all. Roles: manager.
         */
        post: operations["approveCount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/counts/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Drops the differences over the limit: the book stays
         * @description Scope: all. Roles: manager.
         */
        post: operations["rejectCount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Imports of a site, newest first
         * @description Scope: events. Roles: manager.
         */
        get: operations["listImports"];
        put?: never;
        /**
         * Takes a CSV file (text/csv, 8 MiB) of stock events: type, sku or gtin, quantity; bin, toBin, lot, expiresOn, reason, observedAt, id
         * @description Scope: events. Roles: manager.
         */
        post: operations["importStock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far an import is, and the lines it could not take
         * @description Scope: events. Roles: manager.
         */
        get: operations["showImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/layout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The hall as a file, `stowline-layout/1`: whole as JSON, or its bins as CSV; `ETag` is the version of the plan
         * @description Scope: all. Roles: manager.
         */
        get: operations["showLayout"];
        /**
         * Makes the hall what the file says: all of it or nothing; the same file again changes nothing
         * @description Scope: all. Roles: manager.
         */
        put: operations["applyLayout"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/layout/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a layout file (64 MiB) would add, change and remove, what it cannot remove, and what is wrong with it by line or pointer; changes nothing
         * @description Scope: all. Roles: manager.
         */
        post: operations["previewLayout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/blocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Blocks a stretch of an aisle, or with `crossRow` the piece of that cross aisle to its right
         * @description Scope: all. Roles: manager.
         */
        post: operations["blockStretch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/blocks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Lifts a block
         * @description Scope: all. Roles: manager.
         */
        delete: operations["liftBlock"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/aisles/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * How an aisle may be walked: both ways, up (to the back) or down
         * @description Scope: all. Roles: manager.
         */
        put: operations["setAisleDirection"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bins/{code}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Closes a bin, so that nothing more is put there, or opens it again
         * @description Scope: all. Roles: manager.
         */
        put: operations["setBinState"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A box passed a scanner: where it goes. Always an answer; also over socket.io, namespace `/belt`, message `scan`
         * @description Scope: scans.
         */
        post: operations["scanBox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scans/{decisionId}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What became of a box: diverted, missed or lost. A lost box may be found
         * @description Scope: scans.
         */
        post: operations["confirmDivert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conveyor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The belts of a site: what is where, how lanes stand, and what the last minute brought
         * @description Scope: read or scans. Roles: manager.
         */
        get: operations["showConveyor"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conveyor/lanes/{lane}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Opens or closes a lane, or says that it is full; the next box already knows
         * @description Scope: scans. Roles: manager.
         */
        put: operations["setLaneState"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Chooses bins for units of an item, says why, and keeps their room for half an hour; all units or none
         * @description Scope: events. Roles: manager, picker.
         */
        post: operations["planStow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stow/{stowId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A stow as it stands: what is still to be put away, and where the rest lies
         * @description Scope: events or read. Roles: manager, picker.
         */
        get: operations["showStow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stow/{stowId}/confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tells in which bin units were put: the bin that was scanned is their address, planned or not, if it takes them
         * @description Scope: events. Roles: manager, picker.
         */
        post: operations["confirmStow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stow/{stowId}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives back the room of what is not put away yet
         * @description Scope: events. Roles: manager, picker.
         */
        post: operations["releaseStow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bins/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A bin: where it is, what it can hold, what lies in it and is kept for, and how much moved here today
         * @description Scope: read. Roles: manager, support, picker.
         */
        get: operations["showBin"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bins/{code}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What moved in and out of a bin, newest first
         * @description Scope: read. Roles: manager, support, picker.
         */
        get: operations["showBinHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Bins by the beginning of their code, items by SKU, GTIN or half a name, also misspelt; the best first
         * @description Scope: read. Roles: manager, support, picker.
         */
        get: operations["findPlaces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The hall of a site: zones, aisles, stations, what is blocked, and every bin with its place and size
         * @description Scope: read. Roles: manager, support, picker.
         */
        get: operations["showMap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/map/levels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What lies in each bin of the map, in the order of the map's bins; the socket message `bins` keeps it fresh
         * @description Scope: read. Roles: manager.
         */
        get: operations["showBinLevels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/map/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What changed in which bin between two moments at most 24 hours apart, newest first
         * @description Scope: read. Roles: manager.
         */
        get: operations["listBinChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recommendations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is bought together with an item, best first; `sku` repeated asks for a whole basket
         * @description Scope: read. Roles: manager, support, picker.
         */
        get: operations["listRecommendations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pairs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Items of a site that are bought together, with the way on foot between them; what would save most as neighbours first
         * @description Scope: read. Roles: manager.
         */
        get: operations["listPairs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/palette": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What of a site fits a few letters: items, bins, orders, lanes, and totes and parcels by four characters of their label; support is shown orders only
         * @description Roles: manager, support.
         */
        get: operations["findAnything"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/saved-views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A person's own views of a site, and the shared ones, by name
         * @description Roles: manager, support.
         */
        get: operations["listSavedViews"];
        put?: never;
        /**
         * Keep a screen with its filters under a name; under the same name again, it is replaced
         * @description Roles: manager, support.
         */
        post: operations["saveView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/saved-views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Forget a saved view: its owner may, or a manager of the site
         * @description Roles: manager, support.
         */
        delete: operations["removeView"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell what happened to stock: CloudEvents 1.0, one or up to 1,000; answered when they are on disk
         * @description Scope: events. Roles: manager.
         */
        post: operations["recordEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How every deferred step and background function stands, judged from what is owed
         * @description Scope: read. Roles: manager.
         */
        get: operations["listQueues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queues/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One queue with its last hour and what fails in it
         * @description Scope: read. Roles: manager.
         */
        get: operations["showQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Alerts, newest first
         * @description Scope: read. Roles: manager.
         */
        get: operations["listAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One alert, and who was told of it
         * @description Scope: read. Roles: manager.
         */
        get: operations["showAlert"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts/{id}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Somebody is at it: it is not said again
         * @description Scope: all. Roles: manager.
         */
        post: operations["acknowledgeAlert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts/{id}/silence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends nobody a word about the alert's queue for some minutes; 0 ends it
         * @description Scope: all. Roles: manager.
         */
        post: operations["silenceAlert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alert-targets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whom a site's alerts are sent to
         * @description Scope: read. Roles: manager.
         */
        get: operations["listAlertTargets"];
        put?: never;
        /**
         * Has a site's alerts sent to an e-mail address or a webhook; a webhook's secret is in this answer only
         * @description Scope: all. Roles: manager.
         */
        post: operations["addAlertTarget"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alert-targets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Sends no more alerts there
         * @description Scope: all. Roles: manager.
         */
        delete: operations["removeAlertTarget"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alert-targets/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a word there now, to see that it arrives
         * @description Scope: all. Roles: manager.
         */
        post: operations["testAlertTarget"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Work that was given up, newest first
         * @description Scope: read. Roles: manager.
         */
        get: operations["listDeadLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dead-letters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One dead letter: payload, error, history
         * @description Scope: read. Roles: manager.
         */
        get: operations["showDeadLetter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dead-letters/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tries it again, as it is or with a payload put right
         * @description Scope: all. Roles: manager.
         */
        post: operations["replayDeadLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dead-letters/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tries all that fit again, so many a second
         * @description Scope: all. Roles: manager.
         */
        post: operations["replayDeadLetters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dead-letters/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lays it aside: nobody will do it
         * @description Scope: all. Roles: manager.
         */
        post: operations["discardDeadLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The day in figures: of one site, today or a day of its calendar; without a site, today of all sites, a row each
         * @description Scope: read. Roles: manager.
         */
        get: operations["showFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many orders a site plans for on which weekdays; on the others it expects what the last four brought
         * @description Scope: read. Roles: manager.
         */
        get: operations["listPlan"];
        /**
         * Plans a weekday of a site, or, without orders, takes its plan away
         * @description Scope: all. Roles: manager.
         */
        put: operations["setPlan"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/targets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the figures of a site are to be; the usual where it has said nothing else
         * @description Scope: read. Roles: manager.
         */
        get: operations["listTargets"];
        /**
         * Says what figures of a site are to be, or, with null, that the usual holds again; the site's other figures keep theirs
         * @description Scope: all. Roles: manager.
         */
        put: operations["setTargets"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/epcis/queries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * EPCIS 2.0: the client's named queries
         * @description Scope: read or events. Roles: manager.
         */
        get: operations["listEpcisQueries"];
        put?: never;
        /**
         * EPCIS 2.0: keep a query under a name
         * @description Scope: read or events. Roles: manager.
         */
        post: operations["nameEpcisQuery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/epcis/queries/{queryName}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * EPCIS 2.0: what a named query asks
         * @description Scope: read or events. Roles: manager.
         */
        get: operations["showEpcisQuery"];
        put?: never;
        post?: never;
        /**
         * EPCIS 2.0: forget a named query
         * @description Scope: read or events. Roles: manager.
         */
        delete: operations["forgetEpcisQuery"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/epcis/queries/{queryName}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * EPCIS 2.0: the events that a named query finds now
         * @description Scope: read or events. Roles: manager.
         */
        get: operations["runEpcisQuery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/epcis/queries/{queryName}/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * EPCIS 2.0: subscriptions to a named query, which are not implemented
         * @description Scope: read or events. Roles: manager.
         */
        get: operations["listEpcisSubscriptions"];
        put?: never;
        /**
         * EPCIS 2.0: subscriptions to a named query, which are not implemented
         * @description Scope: read or events. Roles: manager.
         */
        post: operations["subscribeToEpcisQuery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/epcis/nextPageToken/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * EPCIS 2.0: a page token is not needed any more
         * @description Scope: read or events. Roles: manager.
         */
        delete: operations["dropEpcisPageToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/epcis": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * EPCIS 2.0: what this repository offers
         * @description Scope: read or events. Roles: manager.
         */
        get: operations["listEpcisResources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/epcis/capture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * EPCIS 2.0: capture jobs, newest first
         * @description Scope: read or events. Roles: manager.
         */
        get: operations["listEpcisCaptures"];
        put?: never;
        /**
         * EPCIS 2.0: have the events of a document captured; the job tells how it went
         * @description Scope: events.
         */
        post: operations["captureEpcisDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/epcis/capture/{captureId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * EPCIS 2.0: how a capture job stands
         * @description Scope: read or events. Roles: manager.
         */
        get: operations["showEpcisCapture"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/epcis/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * EPCIS 2.0: events by the query names of the standard; several values are parted by `|`
         * @description Scope: read or events. Roles: manager.
         */
        get: operations["findEpcisEvents"];
        put?: never;
        /**
         * EPCIS 2.0: capture one event while you wait
         * @description Scope: events.
         */
        post: operations["captureEpcisEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/epcis/events/{eventId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * EPCIS 2.0: an event, and the declarations that it was an error
         * @description Scope: read or events. Roles: manager.
         */
        get: operations["showEpcisEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/epcis/{terms}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * EPCIS 2.0: eventTypes, epcs, bizSteps, bizLocations, readPoints or dispositions that there are
         * @description Scope: read or events. Roles: manager.
         */
        get: operations["listEpcisTerms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/epcis/{terms}/{term}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * EPCIS 2.0: what there is of an event type, EPC, step, place or disposition: its events
         * @description Scope: read or events. Roles: manager.
         */
        get: operations["showEpcisTerm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/epcis/{terms}/{term}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * EPCIS 2.0: the events of an event type, EPC, step, place or disposition
         * @description Scope: read or events. Roles: manager.
         */
        get: operations["findEpcisEventsOfTerm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/routes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The shortest walk of a case `pick-route-case/1`: visits in walking order; `proven` only when no walk is shorter
         * @description Scope: read. Roles: manager, picker.
         */
        post: operations["planRoute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/slotting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The newest advice on which items to move where, and what of it was decided; null before the first
         * @description Scope: read. Roles: manager.
         */
        get: operations["showSlotting"];
        put?: never;
        /**
         * Computes the advice now, by replaying a day's orders (yesterday's unless said) before and after each move; at most 20 s
         * @description Scope: all. Roles: manager.
         */
        post: operations["adviseSlotting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/slotting/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the floor is to move: the next transfer of every accepted move, in the order of their bins
         * @description Scope: read or events. Roles: manager, picker.
         */
        get: operations["listSlottingMoves"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/slotting/moves/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accepts a move, which makes it work of the floor, or dismisses it for a week
         * @description Scope: all. Roles: manager.
         */
        post: operations["decideSlottingMove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/slotting/moves/{id}/confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tells into which bin the units of a transfer were put: the bin that was scanned is their address if it takes them
         * @description Scope: events. Roles: manager, picker.
         */
        post: operations["confirmSlottingMove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Holidays, promotions and closed days of a site, oldest first
         * @description Scope: read. Roles: manager.
         */
        get: operations["readCalendar"];
        /**
         * Says of days that they are a holiday, a promotion or closed, or ordinary again (`kind` null); the others stay. What a kind does to demand is learnt from the days before; a closed day wants nothing
         * @description Scope: all. Roles: manager.
         */
        put: operations["setCalendar"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demand": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was wanted of a SKU at a site, by the site's own days, oldest first, `from` and `to` in it; a day that is missing had nothing to say: nothing was wanted, and something was there
         * @description Scope: read. Roles: manager.
         */
        get: operations["listDemand"];
        put?: never;
        /**
         * Brings along the history of another system as CSV with a header: sku, day, and any of ordered, sold, refused, shorted, outOfStockMinutes, revenueMinor (units and minor units as `GET /api/demand` has them). Days before the site worked with Stowline only; sent again, they are replaced
         * @description Scope: all. Roles: manager.
         */
        post: operations["importDemand"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/export/demand": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Demand of all SKUs of a site as a file, by day and SKU: site, sku, day (DATE), ordered, sold, refused, shorted, outOfStockMinutes (INT32), revenueMinor (INT64), isImported (BOOLEAN), meant as `GET /api/demand` says of each
         * @description Scope: read. Roles: manager.
         */
        get: operations["exportDemand"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/forecasts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What will be wanted in the next 28 days, of one SKU (`sku`) or of all of a site, by SKU
         * @description Scope: read. Roles: manager.
         */
        get: operations["listForecasts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/conveyor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A site's belts as drawn, `stowline-conveyor/1`; `ETag` is the version of the drawing
         * @description Scope: read. Roles: manager.
         */
        get: operations["showTopology"];
        /**
         * Makes the belts what the drawing says, all of it; the same drawing again changes nothing
         * @description Scope: all. Roles: manager.
         */
        put: operations["replaceTopology"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conveyor/boxes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Announces up to 1,000 boxes to the scanners: labels, and where they go; announced again they are corrected
         * @description Scope: scans. Roles: manager.
         */
        post: operations["expectBoxes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/parcels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes a parcel of an order's totes: its SSCC, its carrier and the trailer it is promised to; said again, by the operation or by the totes, it is the same parcel
         * @description Scope: scans. Roles: manager, picker.
         */
        post: operations["packTotes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conveyor/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What scanners were answered, newest first, and what became of the boxes
         * @description Scope: read. Roles: manager, support.
         */
        get: operations["listDecisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conveyor/boxes/{barcode}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One box: where it must go, and its whole path over the belts
         * @description Scope: read. Roles: manager, support.
         */
        get: operations["showBox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conveyor/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened on the belts over time, by scanner and by lane; the last hour by the minute unless said
         * @description Scope: read. Roles: manager.
         */
        get: operations["showBeltSeries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Runs of the background functions, the latest first
         * @description Scope: read. Roles: manager.
         */
        get: operations["listRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One run: its event, steps, failed attempts and output
         * @description Scope: read. Roles: manager.
         */
        get: operations["showRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends a run that is active
         * @description Scope: all. Roles: manager.
         */
        post: operations["cancelRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Starts the function once more with the event of this run
         * @description Scope: all. Roles: manager.
         */
        post: operations["replayRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All domain events as CloudEvents, oldest first. Go on with `after=<nextCursor>`, also after an empty page; without `after` from the oldest that is kept, `after=now` from now. `types` are comma separated and may end in `*`
         * @description Scope: read. Roles: manager.
         */
        get: operations["readFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/export/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The events recorded from a time (in it) to another (not in it) as a file, in the order of the feed
         * @description Scope: read. Roles: manager.
         */
        get: operations["exportEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who outside is sent events, and how they do
         * @description Scope: read. Roles: manager.
         */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Sends events to a URL, each as a CloudEvent signed by Standard Webhooks, at least once and in no certain order (`sequence` orders them); the secret is in this answer only
         * @description Scope: all. Roles: manager.
         */
        post: operations["addWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One webhook
         * @description Scope: read. Roles: manager.
         */
        get: operations["showWebhook"];
        /**
         * Changes URL and types, pauses it or has it go on where it was
         * @description Scope: all. Roles: manager.
         */
        put: operations["changeWebhook"];
        post?: never;
        /**
         * Sends nothing more there
         * @description Scope: all. Roles: manager.
         */
        delete: operations["removeWebhook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A new secret, in this answer only; for 24 h the one before signs beside it
         * @description Scope: all. Roles: manager.
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends an event of type stowline.webhooks.test.v1 now
         * @description Scope: all. Roles: manager.
         */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends once more what was recorded between two times, under the same webhook-ids
         * @description Scope: all. Roles: manager.
         */
        post: operations["replayWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a webhook was sent and is owed, newest first
         * @description Scope: read. Roles: manager.
         */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{id}/deliveries/{deliveryId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends one delivery again as soon as may be
         * @description Scope: all. Roles: manager.
         */
        post: operations["retryDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schemas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every type of event and its versions
         * @description Scope: read. Roles: manager, support, picker.
         */
        get: operations["listSchemas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schemas/{type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * JSON Schema (2020-12) of a type: of all its versions, or with `.v1` behind it, that one alone, as `dataschema` names it
         * @description Scope: read. Roles: manager, support, picker.
         */
        get: operations["showSchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A site's last days by its own calendar, today first
         * @description Scope: read. Roles: manager.
         */
        get: operations["listDays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/days/{day}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened on a day (`YYYY-MM-DD`, the site’s own), minute by minute: orders, backlogs, picks, tours, belts, alerts, stock-outs
         * @description Scope: read. Roles: manager.
         */
        get: operations["showDay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/erasures/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What an erasure of a customer would erase, what it would keep, until when and why; changes nothing
         * @description Scope: all. Roles: manager, support.
         */
        post: operations["previewErasure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erase a customer from everything that was written of them; the books stay. Again, nothing changes
         * @description Scope: all. Roles: manager, support.
         */
        post: operations["erasePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/person-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * All that is known of a customer, as rows by table (GDPR art. 15)
         * @description Scope: all. Roles: manager, support.
         */
        post: operations["readPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How long a site keeps what it knows of customers
         * @description Scope: read. Roles: manager, support.
         */
        get: operations["showRetention"];
        /**
         * Keep what is known of customers for so many years
         * @description Scope: all. Roles: manager.
         */
        put: operations["setRetention"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shift-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reports of shifts, the newest first
         * @description Scope: read. Roles: manager.
         */
        get: operations["listShiftReports"];
        put?: never;
        /**
         * Writes a report of the shift until now and mails it to the site’s readers
         * @description Scope: all. Roles: manager.
         */
        post: operations["writeShiftReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shift-reports/{id}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A report as PDF
         * @description Scope: read. Roles: manager.
         */
        get: operations["showReportFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shift-plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * When a site’s shifts are, and who reads their reports
         * @description Scope: read. Roles: manager.
         */
        get: operations["showShiftPlan"];
        /**
         * Says anew when a site’s shifts are, and who reads their reports
         * @description Scope: all. Roles: manager.
         */
        put: operations["setShiftPlan"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/replenishment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What to order, or what was, in one state: what runs out first on top
         * @description Scope: read. Roles: manager.
         */
        get: operations["listReorders"];
        put?: never;
        /**
         * Proposes anew what to order today; what was decided stays as it is
         * @description Scope: all. Roles: manager.
         */
        post: operations["suggestReorders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/replenishment/{sku}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the rule of reordering says of a SKU now, by which terms, and what of it is on its way
         * @description Scope: read. Roles: manager.
         */
        get: operations["showItemOutlook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/replenishment/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approves proposals with another quantity if need be, dismisses them, or takes either back
         * @description Scope: all. Roles: manager.
         */
        post: operations["decideReorders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/replenishment/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Orders what is proposed or approved: one order a supplier, told downstream as stowline.replenishment.ordered; sent again, nothing more is ordered
         * @description Scope: all. Roles: manager.
         */
        post: operations["sendReorders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/replenishment/simulation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Plays the last twelve weeks of a SKU again, ordered as the house proposes and as the textbook does; changes nothing
         * @description Scope: read. Roles: manager.
         */
        post: operations["simulateItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/replenishment/running-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Items in stock that their forecast uses up before an order sent now would be there, what lasts the shortest part of its lead time first
         * @description Scope: read. Roles: manager.
         */
        get: operations["listRunningOut"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/replenishment/space": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Items that deserve more bins, then those that deserve fewer, and why; at most 100 of each
         * @description Scope: read. Roles: manager.
         */
        get: operations["listSpaceAdvice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/supply-terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the SKUs of a site come to it; those that nobody has said, by department and temperature zone
         * @description Scope: read. Roles: manager.
         */
        get: operations["listSupplyTerms"];
        /**
         * Says the terms of a SKU at a site
         * @description Scope: all. Roles: manager.
         */
        put: operations["setSupplyTerm"];
        /**
         * Takes a CSV file of terms with the columns sku, supplier, leadDays, leadSdDays, reviewDays, orderWeekdays, packUnits, minimumPacks, shelfLifeDays, serviceLevel, unitCostMinor; an empty cell leaves what stood there
         * @description Scope: all. Roles: manager.
         */
        post: operations["importSupplyTerms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the process runs
         * @description Anybody. A probe has no key, and is told nothing but whether we work.
         */
        get: operations["showLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether database, engine and sockets work
         * @description Anybody. A probe has no key, and is told nothing but whether we work.
         */
        get: operations["showReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health/watch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether somebody watches over the deferred work
         * @description Anybody. A probe has no key, and is told nothing but whether we work.
         */
        get: operations["showWatch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * This document
         * @description Anybody. The document names no thing of any site.
         */
        get: operations["showOpenApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/webhooks/{provider}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Where the payment provider says what moved
         * @description Anybody. The provider has no key: the signature of what it sends is what it is known by.
         */
        post: operations["hearProvider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/{action}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A person's own session: `get-session`, `list-sessions`
         * @description Anybody. Who signs in is not signed in; the other actions ask the session themselves.
         */
        get: operations["readSession"];
        put?: never;
        /**
         * Sign in (`sign-in/email` with `email` and `password`) or out (`sign-out`), end sessions
         * @description Anybody. Who signs in is not signed in; the other actions ask the session themselves.
         */
        post: operations["changeSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The people of a site, by name
         * @description Roles: manager.
         */
        get: operations["listPeople"];
        put?: never;
        /**
         * Makes an account with a password that is in this answer only: for a week it lets its bearer choose an own one, and nothing else
         * @description Roles: manager.
         */
        post: operations["invitePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Sets name, role and which of your sites the person belongs to; their other sites stay. Another role ends their sessions
         * @description Roles: manager.
         */
        put: operations["changePerson"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends a person’s sessions at once and takes their password away; a new password lets them in again
         * @description Roles: manager.
         */
        post: operations["disablePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes another password, as for a new account, and ends the person’s sessions
         * @description Roles: manager.
         */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where a person is signed in
         * @description Roles: manager.
         */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        /**
         * Signs a person out: everywhere, or where `session` names one
         * @description Roles: manager.
         */
        delete: operations["endSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where you are signed in
         * @description Roles: manager, support, picker.
         */
        get: operations["listOwnSessions"];
        put?: never;
        post?: never;
        /**
         * Signs you out everywhere else, or where `session` names one
         * @description Roles: manager, support, picker.
         */
        delete: operations["endOwnSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Chooses your own password and signs you out everywhere else
         * @description Roles: manager, support, picker.
         */
        put: operations["changeOwnPassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * API keys, without their secrets
         * @description Roles: manager.
         */
        get: operations["listKeys"];
        put?: never;
        /**
         * Makes an API key, which is in this answer only; for all sites (`site: null`) by who belongs to all of them
         * @description Roles: manager.
         */
        post: operations["createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/keys/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A new secret, in this answer only; the one until now works on for `overlapHours`
         * @description Roles: manager.
         */
        post: operations["rotateKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/keys/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends a key with all its secrets, for good, within 5 s
         * @description Roles: manager.
         */
        post: operations["revokeKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The sites you belong to
         * @description Scope: read. Roles: manager.
         */
        get: operations["listSites"];
        put?: never;
        /**
         * Opens a site, with you as its first person
         * @description Roles: manager.
         */
        post: operations["createSite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Sets what a site is called, its clock, its language and when its work counts as late
         * @description Roles: manager.
         */
        put: operations["changeSite"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who did, or was refused, what on which thing, newest first; each entry with its hash in the chain
         * @description Scope: read. Roles: manager.
         */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/chain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the chain of the log stands. Keep `head` elsewhere: asked with its `entry` and `hash` later, `isAsKept` says whether the log up to there is the same
         * @description Scope: read. Roles: manager.
         */
        get: operations["showAuditChain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Walks the whole log now, as every night
         * @description Roles: manager.
         */
        post: operations["checkAudit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demo/mailbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Demo only: every mail the built-in mailbox has received, newest first
         * @description Scope: read. Roles: manager, support.
         */
        get: operations["showMailbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demo/mailbox/{messageId}/attachments/{position}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Demo only: a file that came with a mail
         * @description Scope: read. Roles: manager, support.
         */
        get: operations["showAttachment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demo/faults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Demo only: break or mend a part of the outside world
         * @description Scope: all. Roles: manager.
         */
        put: operations["setFaults"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            type: string;
            title: string;
            status: number;
            detail?: string;
            instance?: string;
            errors?: ({
                pointer?: string;
                detail: string;
            } & {
                [key: string]: unknown;
            })[];
        } & {
            [key: string]: unknown;
        };
    };
    responses: {
        /** @description Not what this door takes, or text that nothing can keep */
        NotValid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Nobody we know */
        Unknown: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not for this role or scope */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It is not there, or not for the caller to know of */
        NotThere: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description EPCIS 2.0 is told as JSON or JSON-LD */
        NotAcceptable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is too large */
        TooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The address is too long */
        AddressTooLong: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is of another type */
        OtherType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too much at once: again after `Retry-After` */
        TooMuch: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The database is away: again after `Retry-After` */
        Away: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description What broke (RFC 9457) */
        Broken: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listOrders: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                format?: "json" | "csv";
                site?: string;
                query?: string;
                status?: "refused" | "confirming" | "placed" | "picking" | "packed" | "shipped" | "declined" | "cancelled" | "returned";
                step?: "confirmation-email" | "warehouse-notification" | "recommendations";
                standing?: "done" | "owed" | "late" | "failed";
                since?: string;
                placedSince?: string;
                packedSince?: string;
                shippedSince?: string;
                pickedSince?: string;
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of orders */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            orderNumber: string;
                            site: string;
                            /** @enum {string} */
                            status: "refused" | "confirming" | "placed" | "picking" | "packed" | "shipped" | "declined" | "cancelled" | "returned";
                            customerName: string;
                            lineCount: number;
                            unitCount: number;
                            total: {
                                amount: number;
                                currency: string;
                            };
                            /** Format: date-time */
                            createdAt: string;
                            placedAt: string | null;
                            version: number;
                            steps: {
                                /** @enum {string} */
                                kind: "charge" | "hold" | "save" | "confirmation-email" | "warehouse-notification" | "recommendations";
                                /** @enum {string} */
                                mode: "inline" | "deferred";
                                /** @enum {string} */
                                state: "done" | "pending" | "running" | "retrying" | "failed";
                                attempts: number;
                                startedAt: string | null;
                                finishedAt: string | null;
                                dueAt: string | null;
                                lastError: string | null;
                            }[];
                        }[];
                        nextCursor: string | null;
                    };
                    "text/csv": unknown;
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    placeOrder: {
        parameters: {
            query?: never;
            header: {
                /** @description RFC 8941 string or bare token, 1-255 characters. The same key and body within 24 h gives the first answer again. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    site: string;
                    customer: {
                        name: string;
                        /** Format: email */
                        email: string;
                        phone?: string;
                        language?: string;
                    };
                    shipTo: {
                        line1: string;
                        line2?: string;
                        city: string;
                        postalCode: string;
                        country: string;
                    };
                    lines: {
                        sku: string;
                        quantity: number;
                    }[];
                    payment: {
                        /** @constant */
                        method: "card";
                        token: string;
                    };
                };
            };
        };
        responses: {
            /** @description Placed: all three are durable */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        orderNumber: string;
                        /** @constant */
                        status: "placed";
                        total: {
                            amount: number;
                            currency: string;
                        };
                        /** Format: date-time */
                        placedAt: string;
                        steps: {
                            /** @enum {string} */
                            kind: "charge" | "hold" | "save" | "confirmation-email" | "warehouse-notification" | "recommendations";
                            /** @enum {string} */
                            mode: "inline" | "deferred";
                            /** @enum {string} */
                            state: "done" | "pending" | "running" | "retrying" | "failed";
                            attempts: number;
                            startedAt: string | null;
                            finishedAt: string | null;
                            dueAt: string | null;
                            lastError: string | null;
                        }[];
                    };
                };
            };
            /** @description The payment provider is silent; settled in the background */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        orderNumber: string;
                        /** @constant */
                        status: "confirming";
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            /** @description Declined: nothing held, nothing charged */
            402: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotThere"];
            /** @description Out of stock (`errors` names each line), or the same key is in flight */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            /** @description The key was used with another body */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The number of an order, as placing it answered */
                orderNumber: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        orderNumber: string;
                        site: string;
                        /** @enum {string} */
                        status: "refused" | "confirming" | "placed" | "picking" | "packed" | "shipped" | "declined" | "cancelled" | "returned";
                        customerName: string;
                        lineCount: number;
                        unitCount: number;
                        total: {
                            amount: number;
                            currency: string;
                        };
                        /** Format: date-time */
                        createdAt: string;
                        placedAt: string | null;
                        version: number;
                        steps: {
                            /** @enum {string} */
                            kind: "charge" | "hold" | "save" | "confirmation-email" | "warehouse-notification" | "recommendations";
                            /** @enum {string} */
                            mode: "inline" | "deferred";
                            /** @enum {string} */
                            state: "done" | "pending" | "running" | "retrying" | "failed";
                            attempts: number;
                            startedAt: string | null;
                            finishedAt: string | null;
                            dueAt: string | null;
                            lastError: string | null;
                        }[];
                        answer: string;
                        customer: {
                            name: string;
                            email: string;
                            phone: string | null;
                            language: string | null;
                        };
                        shipTo: {
                            line1: string;
                            line2?: string;
                            city: string;
                            postalCode: string;
                            country: string;
                        };
                        lines: {
                            lineNumber: number;
                            sku: string;
                            name: string;
                            quantity: number;
                            unitPrice: {
                                amount: number;
                                currency: string;
                            };
                            bins: {
                                bin: string;
                                quantity: number;
                            }[];
                            picks?: {
                                bin: string;
                                tote: string;
                                picked: number;
                                missing: number;
                            }[];
                        }[];
                        payment: {
                            /** @enum {string} */
                            state: "authorised" | "declined" | "voided";
                            provider: string;
                            reference: string;
                            amount: {
                                amount: number;
                                currency: string;
                            };
                        } | null;
                        told: {
                            /** Format: date-time */
                            at: string;
                            text: string;
                            /** @enum {string} */
                            state: "told" | "owed" | "refused";
                            why: string | null;
                            mailId: string | null;
                            kind: string | null;
                        }[];
                        truth: string[];
                        owed: {
                            what: string;
                            dueAt: string | null;
                            why: string | null;
                        }[];
                        can: {
                            cancel: boolean;
                            refundMinor: number;
                            changeAddress: boolean;
                            shipShort: boolean;
                        };
                        isArchived: boolean;
                        notes: {
                            /** Format: uuid */
                            id: string;
                            text: string;
                            writtenBy: string;
                            /** Format: date-time */
                            writtenAt: string;
                        }[];
                        statusPath: string;
                        timeline: {
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            kind: "order" | "payment" | "stock" | "pick" | "scan" | "divert" | "pack" | "ship" | "mail" | "alert" | "person";
                            text: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such order */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryStep: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The number of an order, as placing it answered */
                orderNumber: string;
                /** @description Which of its kind: a step of an order, or a mail about it */
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is tried again */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        orderNumber: string;
                        kind: string;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such order, or it never owed this step */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The step is done already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showToday: {
        parameters: {
            query: {
                site: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figures of today */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        site: string;
                        /** Format: date-time */
                        now: string;
                        /** Format: date-time */
                        since: string;
                        placed: number;
                        confirming: number;
                        refusedForStock: number;
                        declined: number;
                        valueMinor: number;
                        currency: string;
                        perMinute: {
                            /** Format: date-time */
                            at: string;
                            placed: number;
                        }[];
                        steps: {
                            /** @enum {string} */
                            kind: "charge" | "hold" | "save" | "confirmation-email" | "warehouse-notification" | "recommendations";
                            done: number;
                            owed: number;
                            late: number;
                            failed: number;
                        }[];
                        newest: {
                            orderNumber: string;
                            site: string;
                            /** @enum {string} */
                            status: "refused" | "confirming" | "placed" | "picking" | "packed" | "shipped" | "declined" | "cancelled" | "returned";
                            customerName: string;
                            lineCount: number;
                            unitCount: number;
                            total: {
                                amount: number;
                                currency: string;
                            };
                            /** Format: date-time */
                            createdAt: string;
                            placedAt: string | null;
                            version: number;
                            steps: {
                                /** @enum {string} */
                                kind: "charge" | "hold" | "save" | "confirmation-email" | "warehouse-notification" | "recommendations";
                                /** @enum {string} */
                                mode: "inline" | "deferred";
                                /** @enum {string} */
                                state: "done" | "pending" | "running" | "retrying" | "failed";
                                attempts: number;
                                startedAt: string | null;
                                finishedAt: string | null;
                                dueAt: string | null;
                                lastError: string | null;
                            }[];
                        }[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPickLists: {
        parameters: {
            query: {
                limit?: number;
                cursor?: string;
                format?: "json" | "csv";
                site: string;
                state?: "open";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of pick lists */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            pickListId: string;
                            orderNumber: string;
                            /** @enum {string} */
                            state: "open" | "touring" | "picked" | "short" | "cancelled";
                            priority: number;
                            pickedIn: string[];
                            /** Format: date-time */
                            dueAt: string;
                            /** Format: date-time */
                            createdAt: string;
                            customerName: string;
                            lines: {
                                bin: string;
                                aisle: string;
                                sku: string;
                                name: string;
                                quantity: number;
                                /** @enum {string} */
                                temperatureZone: "ambient" | "chilled" | "frozen";
                            }[];
                        }[];
                        nextCursor: string | null;
                    };
                    "text/csv": unknown;
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The number of an order, as placing it answered */
                orderNumber: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    operationId?: string;
                };
            };
        };
        responses: {
            /** @description It is cancelled */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        orderNumber: string;
                        site: string;
                        /** @enum {string} */
                        status: "refused" | "confirming" | "placed" | "picking" | "packed" | "shipped" | "declined" | "cancelled" | "returned";
                        customerName: string;
                        lineCount: number;
                        unitCount: number;
                        total: {
                            amount: number;
                            currency: string;
                        };
                        /** Format: date-time */
                        createdAt: string;
                        placedAt: string | null;
                        version: number;
                        steps: {
                            /** @enum {string} */
                            kind: "charge" | "hold" | "save" | "confirmation-email" | "warehouse-notification" | "recommendations";
                            /** @enum {string} */
                            mode: "inline" | "deferred";
                            /** @enum {string} */
                            state: "done" | "pending" | "running" | "retrying" | "failed";
                            attempts: number;
                            startedAt: string | null;
                            finishedAt: string | null;
                            dueAt: string | null;
                            lastError: string | null;
                        }[];
                    };
                };
            };
            /** @description The payment provider is silent; it is cancelled as soon as the charge is known to be void */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        orderNumber: string;
                        site: string;
                        /** @enum {string} */
                        status: "refused" | "confirming" | "placed" | "picking" | "packed" | "shipped" | "declined" | "cancelled" | "returned";
                        customerName: string;
                        lineCount: number;
                        unitCount: number;
                        total: {
                            amount: number;
                            currency: string;
                        };
                        /** Format: date-time */
                        createdAt: string;
                        placedAt: string | null;
                        version: number;
                        steps: {
                            /** @enum {string} */
                            kind: "charge" | "hold" | "save" | "confirmation-email" | "warehouse-notification" | "recommendations";
                            /** @enum {string} */
                            mode: "inline" | "deferred";
                            /** @enum {string} */
                            state: "done" | "pending" | "running" | "retrying" | "failed";
                            attempts: number;
                            startedAt: string | null;
                            finishedAt: string | null;
                            dueAt: string | null;
                            lastError: string | null;
                        }[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such order */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order does not allow it now, and why, in words */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refundOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The number of an order, as placing it answered */
                orderNumber: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    amount?: {
                        amount: number;
                        currency: string;
                    };
                    lines?: {
                        sku: string;
                        quantity: number;
                    }[];
                    reason: string;
                    operationId: string;
                };
            };
        };
        responses: {
            /** @description It is owed to the buyer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        orderNumber: string;
                        site: string;
                        /** @enum {string} */
                        status: "refused" | "confirming" | "placed" | "picking" | "packed" | "shipped" | "declined" | "cancelled" | "returned";
                        customerName: string;
                        lineCount: number;
                        unitCount: number;
                        total: {
                            amount: number;
                            currency: string;
                        };
                        /** Format: date-time */
                        createdAt: string;
                        placedAt: string | null;
                        version: number;
                        steps: {
                            /** @enum {string} */
                            kind: "charge" | "hold" | "save" | "confirmation-email" | "warehouse-notification" | "recommendations";
                            /** @enum {string} */
                            mode: "inline" | "deferred";
                            /** @enum {string} */
                            state: "done" | "pending" | "running" | "retrying" | "failed";
                            attempts: number;
                            startedAt: string | null;
                            finishedAt: string | null;
                            dueAt: string | null;
                            lastError: string | null;
                        }[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such order */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order does not allow it now, and why, in words */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            /** @description The operation refunded something else before */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeAddress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The number of an order, as placing it answered */
                orderNumber: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    line1: string;
                    line2?: string;
                    city: string;
                    postalCode: string;
                    country: string;
                };
            };
        };
        responses: {
            /** @description It goes there */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        orderNumber: string;
                        site: string;
                        /** @enum {string} */
                        status: "refused" | "confirming" | "placed" | "picking" | "packed" | "shipped" | "declined" | "cancelled" | "returned";
                        customerName: string;
                        lineCount: number;
                        unitCount: number;
                        total: {
                            amount: number;
                            currency: string;
                        };
                        /** Format: date-time */
                        createdAt: string;
                        placedAt: string | null;
                        version: number;
                        steps: {
                            /** @enum {string} */
                            kind: "charge" | "hold" | "save" | "confirmation-email" | "warehouse-notification" | "recommendations";
                            /** @enum {string} */
                            mode: "inline" | "deferred";
                            /** @enum {string} */
                            state: "done" | "pending" | "running" | "retrying" | "failed";
                            attempts: number;
                            startedAt: string | null;
                            finishedAt: string | null;
                            dueAt: string | null;
                            lastError: string | null;
                        }[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such order */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order does not allow it now, and why, in words */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    shipShort: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The number of an order, as placing it answered */
                orderNumber: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                    operationId?: string;
                };
            };
        };
        responses: {
            /** @description It waits for nothing any more */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        orderNumber: string;
                        site: string;
                        /** @enum {string} */
                        status: "refused" | "confirming" | "placed" | "picking" | "packed" | "shipped" | "declined" | "cancelled" | "returned";
                        customerName: string;
                        lineCount: number;
                        unitCount: number;
                        total: {
                            amount: number;
                            currency: string;
                        };
                        /** Format: date-time */
                        createdAt: string;
                        placedAt: string | null;
                        version: number;
                        steps: {
                            /** @enum {string} */
                            kind: "charge" | "hold" | "save" | "confirmation-email" | "warehouse-notification" | "recommendations";
                            /** @enum {string} */
                            mode: "inline" | "deferred";
                            /** @enum {string} */
                            state: "done" | "pending" | "running" | "retrying" | "failed";
                            attempts: number;
                            startedAt: string | null;
                            finishedAt: string | null;
                            dueAt: string | null;
                            lastError: string | null;
                        }[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such order */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order does not allow it now, and why, in words */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    returnOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The number of an order, as placing it answered */
                orderNumber: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    lines: {
                        sku: string;
                        quantity: number;
                        bin?: string;
                    }[];
                    reason: string;
                    operationId: string;
                };
            };
        };
        responses: {
            /** @description They are back */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        orderNumber: string;
                        site: string;
                        /** @enum {string} */
                        status: "refused" | "confirming" | "placed" | "picking" | "packed" | "shipped" | "declined" | "cancelled" | "returned";
                        customerName: string;
                        lineCount: number;
                        unitCount: number;
                        total: {
                            amount: number;
                            currency: string;
                        };
                        /** Format: date-time */
                        createdAt: string;
                        placedAt: string | null;
                        version: number;
                        steps: {
                            /** @enum {string} */
                            kind: "charge" | "hold" | "save" | "confirmation-email" | "warehouse-notification" | "recommendations";
                            /** @enum {string} */
                            mode: "inline" | "deferred";
                            /** @enum {string} */
                            state: "done" | "pending" | "running" | "retrying" | "failed";
                            attempts: number;
                            startedAt: string | null;
                            finishedAt: string | null;
                            dueAt: string | null;
                            lastError: string | null;
                        }[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such order */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order does not allow it now, and why, in words */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    handOverParcel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The SSCC of a parcel, 18 digits */
                parcel: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The carrier has it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        parcel: string;
                        orderNumber: string;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such parcel */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It must not leave, and why, in words */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showLabel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The SSCC of a parcel, 18 digits */
                parcel: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The label */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/svg+xml": unknown;
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such parcel */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showArchive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a site */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The terms, and what lies in the archive */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        terms: {
                            /** @default 13 */
                            ledgerMonths: number;
                            /** @default 13 */
                            orderMonths: number;
                            /** @default 120 */
                            keepMonths: number;
                        };
                        months: {
                            /** @enum {string} */
                            kind: "inventory_event" | "ledger_entry" | "orders";
                            /** Format: date */
                            month: string;
                            rows: number;
                            droppedAt: string | null;
                        }[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such site */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setArchiveTerms: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a site */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default 13 */
                    ledgerMonths?: number;
                    /** @default 13 */
                    orderMonths?: number;
                    /** @default 120 */
                    keepMonths?: number;
                };
            };
        };
        responses: {
            /** @description The terms, and what lies in the archive */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        terms: {
                            /** @default 13 */
                            ledgerMonths: number;
                            /** @default 13 */
                            orderMonths: number;
                            /** @default 120 */
                            keepMonths: number;
                        };
                        months: {
                            /** @enum {string} */
                            kind: "inventory_event" | "ledger_entry" | "orders";
                            /** Format: date */
                            month: string;
                            rows: number;
                            droppedAt: string | null;
                        }[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such site */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    writeNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The number of an order, as placing it answered */
                orderNumber: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description The note */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        text: string;
                        writtenBy: string;
                        /** Format: date-time */
                        writtenAt: string;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such order */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The number of an order, as placing it answered */
                orderNumber: string;
                /** @description Which one of notes: its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is not shown any more */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such order or note */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resendMail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The number of an order, as placing it answered */
                orderNumber: string;
                /** @description Which of its kind: a step of an order, or a mail about it */
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    to?: string;
                };
            };
        };
        responses: {
            /** @description It is on its way */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        orderNumber: string;
                        site: string;
                        /** @enum {string} */
                        status: "refused" | "confirming" | "placed" | "picking" | "packed" | "shipped" | "declined" | "cancelled" | "returned";
                        customerName: string;
                        lineCount: number;
                        unitCount: number;
                        total: {
                            amount: number;
                            currency: string;
                        };
                        /** Format: date-time */
                        createdAt: string;
                        placedAt: string | null;
                        version: number;
                        steps: {
                            /** @enum {string} */
                            kind: "charge" | "hold" | "save" | "confirmation-email" | "warehouse-notification" | "recommendations";
                            /** @enum {string} */
                            mode: "inline" | "deferred";
                            /** @enum {string} */
                            state: "done" | "pending" | "running" | "retrying" | "failed";
                            attempts: number;
                            startedAt: string | null;
                            finishedAt: string | null;
                            dueAt: string | null;
                            lastError: string | null;
                        }[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such order, or it was never written about this */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The order was never placed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showSystem: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it stands */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        standing: "ok" | "warning" | "failed";
                        version: string;
                        commit: string | null;
                        /** Format: date-time */
                        readAt: string;
                        parts: {
                            part: string;
                            /** @enum {string} */
                            standing: "ok" | "warning" | "failed";
                            says: string;
                        }[];
                        processes: {
                            rssBytes: number;
                            loopLagMs: number;
                            connectionsInUse: number;
                            waitingStatements: number;
                            skewMs: number | null;
                            diskFreeBytes: number;
                            diskBytes: number;
                            id: string;
                            kind: string;
                            host: string;
                            pid: number;
                            version: string;
                            commit: string | null;
                            /** Format: date-time */
                            startedAt: string;
                            /** Format: date-time */
                            beatAt: string;
                            silentSeconds: number;
                            /** @enum {string} */
                            standing: "ok" | "warning" | "failed";
                            says: string;
                        }[];
                        lag: {
                            outboxWaiting: number;
                            outboxOldestSeconds: number;
                            oldestOwed: {
                                queue: string;
                                site: string;
                                seconds: number;
                            } | null;
                        };
                        database: {
                            bytes: number;
                            growthBytesPerDay: number | null;
                            tables: {
                                table: string;
                                bytes: number;
                                rows: number;
                            }[];
                            migrations: {
                                applied: number;
                                last: string | null;
                                lastAt: string | null;
                            };
                        };
                        backups: {
                            kind: string;
                            /** Format: date-time */
                            startedAt: string;
                            finishedAt: string | null;
                            bytes: number | null;
                            location: string;
                            error: string | null;
                        }[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reconcilePayments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    from?: string;
                    /** Format: date-time */
                    until?: string;
                };
            };
        };
        responses: {
            /** @description Begun; its report will be among the reconciliations */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReconciliations: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                format?: "json" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of reports */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            provider: string;
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            until: string;
                            /** @enum {string} */
                            state: "running" | "done" | "failed";
                            askedBy: string;
                            compared: number;
                            repaired: number;
                            differences: {
                                id: string;
                                orderNumber: string;
                                /** @enum {string} */
                                kind: "authorise" | "capture" | "void" | "refund";
                                /** @enum {string} */
                                difference: "missing-here" | "missing-there" | "amounts-differ" | "state-differs";
                                oursMinor: number | null;
                                theirsMinor: number | null;
                                currency: string;
                                ourState: ("owed" | "done" | "refused") | null;
                                repaired: boolean;
                            }[];
                            error: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            doneAt: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                    "text/csv": unknown;
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    nextTour: {
        parameters: {
            query?: {
                site?: string;
                picker?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tour, its stops in walking order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        tourId: string;
                        site: string;
                        /** @enum {string} */
                        state: "walking" | "done" | "given-back";
                        version: number;
                        picker: {
                            id: string;
                            name: string;
                        };
                        /** Format: date-time */
                        leaseUntil: string;
                        /** Format: date-time */
                        startedAt: string;
                        totes: {
                            tote: string;
                            orderNumber: string;
                            slot: number;
                        }[];
                        stops: {
                            seq: number;
                            bin: string;
                            aisle: string;
                            side: string;
                            bay: number;
                            level: number;
                            xMetres: number;
                            yMetres: number;
                            sku: string;
                            gtin: string;
                            name: string;
                            quantity: number;
                            picked: number;
                            /** @enum {string} */
                            state: "open" | "picked" | "short" | "cancelled";
                            tote: string;
                            orderNumber: string;
                            lot?: string;
                            /** Format: date */
                            expiresOn?: string;
                        }[];
                        walkMetres: number;
                        baselineMetres: number;
                        lowerBoundMetres: number;
                        isOptimal: boolean;
                        start: {
                            code: string;
                            xMetres: number;
                            yMetres: number;
                        };
                        end: {
                            code: string;
                            xMetres: number;
                            yMetres: number;
                        };
                        walk: [
                            number,
                            number
                        ][];
                    };
                };
            };
            /** @description Nothing waits to be picked */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLiveTours: {
        parameters: {
            query: {
                site: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tours, the oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            tourId: string;
                            version: number;
                            picker: string;
                            color: number;
                            done: number;
                            total: number;
                            at: {
                                x: number;
                                y: number;
                            };
                            next: string | null;
                            walk: [
                                number,
                                number
                            ][];
                            late: boolean;
                        }[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showPickNumbers: {
        parameters: {
            query: {
                site: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The numbers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        site: string;
                        /** Format: date-time */
                        since: string;
                        savedMetres: number;
                        waitingLists: number;
                        lateLists: number;
                        tours: number;
                        lines: number;
                        units: number;
                        hours: number;
                        shorts: number;
                        accuracy: number | null;
                        linesPerHour: number | null;
                        unitsPerHour: number | null;
                        walkMetresPerLine: number | null;
                        baselineMetresPerLine: number | null;
                        byPicker?: {
                            picker: {
                                id: string;
                                name: string;
                            };
                            tours: number;
                            lines: number;
                            units: number;
                            hours: number;
                            shorts: number;
                            accuracy: number | null;
                            linesPerHour: number | null;
                            unitsPerHour: number | null;
                            walkMetresPerLine: number | null;
                            baselineMetresPerLine: number | null;
                        }[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showTour: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one of picks: its id */
                tourId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tour */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        tourId: string;
                        site: string;
                        /** @enum {string} */
                        state: "walking" | "done" | "given-back";
                        version: number;
                        picker: {
                            id: string;
                            name: string;
                        };
                        /** Format: date-time */
                        leaseUntil: string;
                        /** Format: date-time */
                        startedAt: string;
                        totes: {
                            tote: string;
                            orderNumber: string;
                            slot: number;
                        }[];
                        stops: {
                            seq: number;
                            bin: string;
                            aisle: string;
                            side: string;
                            bay: number;
                            level: number;
                            xMetres: number;
                            yMetres: number;
                            sku: string;
                            gtin: string;
                            name: string;
                            quantity: number;
                            picked: number;
                            /** @enum {string} */
                            state: "open" | "picked" | "short" | "cancelled";
                            tote: string;
                            orderNumber: string;
                            lot?: string;
                            /** Format: date */
                            expiresOn?: string;
                        }[];
                        walkMetres: number;
                        baselineMetres: number;
                        lowerBoundMetres: number;
                        isOptimal: boolean;
                        start: {
                            code: string;
                            xMetres: number;
                            yMetres: number;
                        };
                        end: {
                            code: string;
                            xMetres: number;
                            yMetres: number;
                        };
                        walk: [
                            number,
                            number
                        ][];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such tour */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmPicks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one of picks: its id */
                tourId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    operationId: string;
                    seq: number;
                    bin: string;
                    sku: string;
                    quantity: number;
                    /** Format: date-time */
                    at: string;
                }[];
            };
        };
        responses: {
            /** @description What became of each, and the tour's version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                        results: {
                            operationId: string;
                            seq: number;
                            /** @enum {string} */
                            outcome: "recorded" | "conflict";
                            /** @enum {string} */
                            reason?: "wrong-bin" | "wrong-item" | "too-many" | "order-cancelled" | "not-yours" | "already-picked" | "unknown-stop";
                            says?: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such tour */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    shortPick: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one of picks: its id */
                tourId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    operationId: string;
                    seq: number;
                    found: number;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description What became of the missing units */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        replacedBy: {
                            seq: number;
                            bin: string;
                            aisle: string;
                            side: string;
                            bay: number;
                            level: number;
                            xMetres: number;
                            yMetres: number;
                            sku: string;
                            gtin: string;
                            name: string;
                            quantity: number;
                            picked: number;
                            /** @enum {string} */
                            state: "open" | "picked" | "short" | "cancelled";
                            tote: string;
                            orderNumber: string;
                            lot?: string;
                            /** Format: date */
                            expiresOn?: string;
                        } | null;
                        releasedFrom: string | null;
                        countTask: string;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such tour */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It does not count; `detail` says what to do */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    extendLease: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one of picks: its id */
                tourId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Until when, and the version of the tour */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        leaseUntil: string;
                        version: number;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such tour */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The tour is somebody else's by now, or walked no more */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    giveBackTour: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one of picks: its id */
                tourId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tour */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        tourId: string;
                        site: string;
                        /** @enum {string} */
                        state: "walking" | "done" | "given-back";
                        version: number;
                        picker: {
                            id: string;
                            name: string;
                        };
                        /** Format: date-time */
                        leaseUntil: string;
                        /** Format: date-time */
                        startedAt: string;
                        totes: {
                            tote: string;
                            orderNumber: string;
                            slot: number;
                        }[];
                        stops: {
                            seq: number;
                            bin: string;
                            aisle: string;
                            side: string;
                            bay: number;
                            level: number;
                            xMetres: number;
                            yMetres: number;
                            sku: string;
                            gtin: string;
                            name: string;
                            quantity: number;
                            picked: number;
                            /** @enum {string} */
                            state: "open" | "picked" | "short" | "cancelled";
                            tote: string;
                            orderNumber: string;
                            lot?: string;
                            /** Format: date */
                            expiresOn?: string;
                        }[];
                        walkMetres: number;
                        baselineMetres: number;
                        lowerBoundMetres: number;
                        isOptimal: boolean;
                        start: {
                            code: string;
                            xMetres: number;
                            yMetres: number;
                        };
                        end: {
                            code: string;
                            xMetres: number;
                            yMetres: number;
                        };
                        walk: [
                            number,
                            number
                        ][];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such tour */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The tour is somebody else's by now, or walked no more */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTours: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                format?: "json" | "csv";
                site?: string;
                state?: "walking" | "done" | "given-back";
                since?: string;
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of tours */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            tourId: string;
                            site: string;
                            /** @enum {string} */
                            state: "walking" | "done" | "given-back";
                            version: number;
                            picker: {
                                id: string;
                                name: string;
                            };
                            /** Format: date-time */
                            leaseUntil: string;
                            /** Format: date-time */
                            startedAt: string;
                            walkMetres: number;
                            baselineMetres: number;
                            lowerBoundMetres: number;
                            isOptimal: boolean;
                            endedAt: string | null;
                            endReason: string | null;
                            /** Format: date-time */
                            dueAt: string;
                            nextBin: string | null;
                            orders: number;
                            stopsDone: number;
                            stopsTotal: number;
                            units: number;
                            shorts: number;
                        }[];
                        nextCursor: string | null;
                    };
                    "text/csv": unknown;
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPickers: {
        parameters: {
            query: {
                site: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description People by name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reassignTour: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one of tours: its id */
                tourId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    picker: string | null;
                };
            };
        };
        responses: {
            /** @description The tour */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        tourId: string;
                        site: string;
                        /** @enum {string} */
                        state: "walking" | "done" | "given-back";
                        version: number;
                        picker: {
                            id: string;
                            name: string;
                        };
                        /** Format: date-time */
                        leaseUntil: string;
                        /** Format: date-time */
                        startedAt: string;
                        totes: {
                            tote: string;
                            orderNumber: string;
                            slot: number;
                        }[];
                        stops: {
                            seq: number;
                            bin: string;
                            aisle: string;
                            side: string;
                            bay: number;
                            level: number;
                            xMetres: number;
                            yMetres: number;
                            sku: string;
                            gtin: string;
                            name: string;
                            quantity: number;
                            picked: number;
                            /** @enum {string} */
                            state: "open" | "picked" | "short" | "cancelled";
                            tote: string;
                            orderNumber: string;
                            lot?: string;
                            /** Format: date */
                            expiresOn?: string;
                        }[];
                        walkMetres: number;
                        baselineMetres: number;
                        lowerBoundMetres: number;
                        isOptimal: boolean;
                        start: {
                            code: string;
                            xMetres: number;
                            yMetres: number;
                        };
                        end: {
                            code: string;
                            xMetres: number;
                            yMetres: number;
                        };
                        walk: [
                            number,
                            number
                        ][];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such tour, or no such picker at its site */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The tour is walked no more, or that picker has one already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    expeditePickList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one of pick lists: its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It goes first */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such pick list */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It waits no more */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showPickingRules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a site */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rules */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        onShort: "ship" | "wait";
                        cartTotes: number;
                        toteVolumeMl: number;
                        cartWeightGrams: number;
                        heavyFirst: boolean;
                        frozenLast: boolean;
                        isFefo: boolean;
                        leaseMinutes: number;
                        avoidCrowds: boolean;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such site */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setPickingRules: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a site */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    onShort: "ship" | "wait";
                    cartTotes: number;
                    toteVolumeMl: number;
                    cartWeightGrams: number;
                    heavyFirst: boolean;
                    frozenLast: boolean;
                    isFefo: boolean;
                    leaseMinutes: number;
                    avoidCrowds: boolean;
                };
            };
        };
        responses: {
            /** @description It is so now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        onShort: "ship" | "wait";
                        cartTotes: number;
                        toteVolumeMl: number;
                        cartWeightGrams: number;
                        heavyFirst: boolean;
                        frozenLast: boolean;
                        isFefo: boolean;
                        leaseMinutes: number;
                        avoidCrowds: boolean;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such site */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showStock: {
        parameters: {
            query?: {
                query?: string;
                state?: "out" | "low" | "short" | "all";
                temperatureZone?: "ambient" | "chilled" | "frozen";
                skus?: string;
                sort?: "sku" | "name" | "available" | "onHand" | "shortfall";
                direction?: "asc" | "desc";
                limit?: number;
                cursor?: string;
                format?: "json" | "csv";
                sku?: string;
                site?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One SKU or a page of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        sku: string;
                        name: string;
                        gtin: string;
                        department: string;
                        category: string;
                        /** @enum {string} */
                        temperatureZone: "ambient" | "chilled" | "frozen";
                        onHand: number;
                        held: number;
                        available: number;
                        shortfall: number;
                        bins: {
                            bin: string;
                            aisle: string;
                            level: number;
                            xMetres: number;
                            yMetres: number;
                            onHand: number;
                            held: number;
                            shortfall: number;
                            lot?: string;
                            /** Format: date */
                            expiresOn?: string;
                        }[];
                    } | {
                        items: {
                            sku: string;
                            name: string;
                            department: string;
                            category: string;
                            /** @enum {string} */
                            temperatureZone: "ambient" | "chilled" | "frozen";
                            onHand: number;
                            held: number;
                            available: number;
                            shortfall: number;
                            bins: number;
                            earliestExpiry: string | null;
                            /** Format: date-time */
                            lastChangeAt: string;
                            version: number;
                        }[];
                        nextCursor: string | null;
                        counts: {
                            all: number;
                            out: number;
                            low: number;
                            short: number;
                        };
                    };
                    "text/csv": unknown;
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such SKU, or no such site */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLedger: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                format?: "json" | "csv";
                sku?: string;
                bin?: string;
                site?: string;
                from?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the ledger */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            eventId: string;
                            source: string;
                            eventAddress: string;
                            type: string;
                            /** Format: date-time */
                            at: string;
                            /** Format: date-time */
                            recordedAt: string;
                            site: string;
                            sku: string;
                            bin: string;
                            lot?: string;
                            quantity: number;
                            counted?: number;
                            balanceAfter: number;
                            reason?: string;
                            orderNumber?: string;
                            traceId: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                    "text/csv": unknown;
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showStockHistory: {
        parameters: {
            query: {
                sku: string;
                site: string;
                hours?: number;
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Points, oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        points: {
                            /** Format: date-time */
                            at: string;
                            onHand: number;
                        }[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showStockEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Where an event lies: its source and id, base64url, as the ledger's lines name it */
                address: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The event */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        source: string;
                        type: string;
                        site: string;
                        sku: string;
                        /** Format: date-time */
                        observedAt: string;
                        /** Format: date-time */
                        recordedAt: string;
                        traceparent: string | null;
                        traceId: string | null;
                        data: {
                            [key: string]: unknown;
                        };
                        upcast: {
                            type: string;
                            data: {
                                [key: string]: unknown;
                            };
                        } | null;
                        entries: {
                            bin: string;
                            lot?: string;
                            quantity: number;
                            counted?: number;
                            /** Format: date-time */
                            at: string;
                        }[];
                        deliveries: {
                            /** Format: uuid */
                            webhook: string;
                            host: string;
                            /** @enum {string} */
                            state: "owed" | "delivered" | "dead";
                            attempts: number;
                            lastStatus: number | null;
                            /** Format: date-time */
                            at: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCounts: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                format?: "json" | "csv";
                site?: string;
                state?: "open" | "counted" | "approved" | "rejected" | "cancelled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of counts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            site: string;
                            bin: string | null;
                            sku: string | null;
                            name: string | null;
                            reason: string;
                            /** @enum {string} */
                            state: "open" | "counted" | "approved" | "rejected" | "cancelled";
                            /** Format: date-time */
                            openedAt: string;
                            openedBy: string;
                            finishedAt: string | null;
                            finishedBy: string | null;
                            decidedAt: string | null;
                            decidedBy: string | null;
                            decision: string | null;
                            lines: number;
                            differenceUnits: number | null;
                            version: number;
                        }[];
                        nextCursor: string | null;
                    };
                    "text/csv": unknown;
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openCount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    site: string;
                    bin?: string;
                    sku?: string;
                    /** @default  */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description It is being counted already: that count */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        site: string;
                        bin: string | null;
                        sku: string | null;
                        name: string | null;
                        reason: string;
                        /** @enum {string} */
                        state: "open" | "counted" | "approved" | "rejected" | "cancelled";
                        /** Format: date-time */
                        openedAt: string;
                        openedBy: string;
                        finishedAt: string | null;
                        finishedBy: string | null;
                        decidedAt: string | null;
                        decidedBy: string | null;
                        decision: string | null;
                        lines: number;
                        differenceUnits: number | null;
                        version: number;
                    };
                };
            };
            /** @description The count */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        site: string;
                        bin: string | null;
                        sku: string | null;
                        name: string | null;
                        reason: string;
                        /** @enum {string} */
                        state: "open" | "counted" | "approved" | "rejected" | "cancelled";
                        /** Format: date-time */
                        openedAt: string;
                        openedBy: string;
                        finishedAt: string | null;
                        finishedBy: string | null;
                        decidedAt: string | null;
                        decidedBy: string | null;
                        decision: string | null;
                        lines: number;
                        differenceUnits: number | null;
                        version: number;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such site, bin or SKU */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showCount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one of counts: its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The count */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        site: string;
                        bin: string | null;
                        sku: string | null;
                        name: string | null;
                        reason: string;
                        /** @enum {string} */
                        state: "open" | "counted" | "approved" | "rejected" | "cancelled";
                        /** Format: date-time */
                        openedAt: string;
                        openedBy: string;
                        finishedAt: string | null;
                        finishedBy: string | null;
                        decidedAt: string | null;
                        decidedBy: string | null;
                        decision: string | null;
                        lines: number;
                        differenceUnits: number | null;
                        version: number;
                        items: {
                            bin: string;
                            sku: string;
                            name: string;
                            lot: string | null;
                            counted: number;
                            /** Format: date-time */
                            at: string;
                            by: string;
                            expected: number | null;
                            difference: number | null;
                            differenceMinor: number | null;
                            /** @enum {string} */
                            state: "counted" | "waiting" | "owed" | "recorded" | "dropped";
                        }[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such count */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordCountLines: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one of counts: its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    operationId: string;
                    bin: string;
                    sku: string;
                    lot?: string;
                    quantity: number;
                    /** Format: date-time */
                    at: string;
                }[];
            };
        };
        responses: {
            /** @description The count */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        site: string;
                        bin: string | null;
                        sku: string | null;
                        name: string | null;
                        reason: string;
                        /** @enum {string} */
                        state: "open" | "counted" | "approved" | "rejected" | "cancelled";
                        /** Format: date-time */
                        openedAt: string;
                        openedBy: string;
                        finishedAt: string | null;
                        finishedBy: string | null;
                        decidedAt: string | null;
                        decidedBy: string | null;
                        decision: string | null;
                        lines: number;
                        differenceUnits: number | null;
                        version: number;
                        items: {
                            bin: string;
                            sku: string;
                            name: string;
                            lot: string | null;
                            counted: number;
                            /** Format: date-time */
                            at: string;
                            by: string;
                            expected: number | null;
                            difference: number | null;
                            differenceMinor: number | null;
                            /** @enum {string} */
                            state: "counted" | "waiting" | "owed" | "recorded" | "dropped";
                        }[];
                    };
                };
            };
            /** @description A line is not of this count: `errors` names it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such count */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The count is finished */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    finishCount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one of counts: its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description `approved`: recorded. `counted`: differences over the limit wait for a manager */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        site: string;
                        bin: string | null;
                        sku: string | null;
                        name: string | null;
                        reason: string;
                        /** @enum {string} */
                        state: "open" | "counted" | "approved" | "rejected" | "cancelled";
                        /** Format: date-time */
                        openedAt: string;
                        openedBy: string;
                        finishedAt: string | null;
                        finishedBy: string | null;
                        decidedAt: string | null;
                        decidedBy: string | null;
                        decision: string | null;
                        lines: number;
                        differenceUnits: number | null;
                        version: number;
                        items: {
                            bin: string;
                            sku: string;
                            name: string;
                            lot: string | null;
                            counted: number;
                            /** Format: date-time */
                            at: string;
                            by: string;
                            expected: number | null;
                            difference: number | null;
                            differenceMinor: number | null;
                            /** @enum {string} */
                            state: "counted" | "waiting" | "owed" | "recorded" | "dropped";
                        }[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such count */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing is counted yet, or the count is over */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approveCount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one of counts: its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default  */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description The count */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        site: string;
                        bin: string | null;
                        sku: string | null;
                        name: string | null;
                        reason: string;
                        /** @enum {string} */
                        state: "open" | "counted" | "approved" | "rejected" | "cancelled";
                        /** Format: date-time */
                        openedAt: string;
                        openedBy: string;
                        finishedAt: string | null;
                        finishedBy: string | null;
                        decidedAt: string | null;
                        decidedBy: string | null;
                        decision: string | null;
                        lines: number;
                        differenceUnits: number | null;
                        version: number;
                        items: {
                            bin: string;
                            sku: string;
                            name: string;
                            lot: string | null;
                            counted: number;
                            /** Format: date-time */
                            at: string;
                            by: string;
                            expected: number | null;
                            difference: number | null;
                            differenceMinor: number | null;
                            /** @enum {string} */
                            state: "counted" | "waiting" | "owed" | "recorded" | "dropped";
                        }[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such count */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It does not wait for approval */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rejectCount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one of counts: its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The count */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        site: string;
                        bin: string | null;
                        sku: string | null;
                        name: string | null;
                        reason: string;
                        /** @enum {string} */
                        state: "open" | "counted" | "approved" | "rejected" | "cancelled";
                        /** Format: date-time */
                        openedAt: string;
                        openedBy: string;
                        finishedAt: string | null;
                        finishedBy: string | null;
                        decidedAt: string | null;
                        decidedBy: string | null;
                        decision: string | null;
                        lines: number;
                        differenceUnits: number | null;
                        version: number;
                        items: {
                            bin: string;
                            sku: string;
                            name: string;
                            lot: string | null;
                            counted: number;
                            /** Format: date-time */
                            at: string;
                            by: string;
                            expected: number | null;
                            difference: number | null;
                            differenceMinor: number | null;
                            /** @enum {string} */
                            state: "counted" | "waiting" | "owed" | "recorded" | "dropped";
                        }[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such count */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It does not wait for approval */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listImports: {
        parameters: {
            query: {
                limit?: number;
                cursor?: string;
                format?: "json" | "csv";
                site: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of imports */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            site: string;
                            /** @enum {string} */
                            state: "running" | "done" | "failed";
                            rows: number;
                            totalRows: number;
                            accepted: number;
                            duplicates: number;
                            rejected: number;
                            badLines: {
                                line: number;
                                reason: string;
                            }[];
                            error: string | null;
                            /** Format: date-time */
                            startedAt: string;
                            startedBy: string;
                            finishedAt: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                    "text/csv": unknown;
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importStock: {
        parameters: {
            query: {
                site: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is read in the background */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            /** @description The header is not right: which columns are missing or unknown */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotThere"];
            /** @description The file is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not text/csv */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one of imports: its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The import */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        site: string;
                        /** @enum {string} */
                        state: "running" | "done" | "failed";
                        rows: number;
                        totalRows: number;
                        accepted: number;
                        duplicates: number;
                        rejected: number;
                        badLines: {
                            line: number;
                            reason: string;
                        }[];
                        error: string | null;
                        /** Format: date-time */
                        startedAt: string;
                        startedBy: string;
                        finishedAt: string | null;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such import */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showLayout: {
        parameters: {
            query?: {
                format?: "json" | "csv";
            };
            header?: never;
            path: {
                /** @description The id of a site */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The layout */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        format: "stowline-layout/1";
                        widthMetres: number;
                        depthMetres: number;
                        crossYMetres: number[];
                        zones: {
                            code: string;
                            name: string;
                            /** @enum {string} */
                            temperatureZone: "ambient" | "chilled" | "frozen";
                        }[];
                        aisles: {
                            code: string;
                            zone: string;
                            xMetres: number;
                            /**
                             * @default both
                             * @enum {string}
                             */
                            direction: "both" | "up" | "down";
                        }[];
                        bins: unknown[];
                        stations: {
                            code: string;
                            /** @enum {string} */
                            kind: "depot" | "pack" | "dock";
                            xMetres: number;
                            yMetres: number;
                        }[];
                        blocks?: {
                            aisle: string;
                            crossRow?: number;
                            fromYMetres?: number;
                            toYMetres?: number;
                            reason: string;
                        }[];
                    };
                    "text/csv": unknown;
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such site, or it has no layout yet */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    applyLayout: {
        parameters: {
            query?: never;
            header?: {
                /** @description The version that was previewed, as in `ETag`: quoted */
                "If-Match"?: string;
            };
            path: {
                /** @description The id of a site */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    format: "stowline-layout/1";
                    widthMetres: number;
                    depthMetres: number;
                    crossYMetres: number[];
                    zones: {
                        code: string;
                        name: string;
                        /** @enum {string} */
                        temperatureZone: "ambient" | "chilled" | "frozen";
                    }[];
                    aisles: {
                        code: string;
                        zone: string;
                        xMetres: number;
                        /**
                         * @default both
                         * @enum {string}
                         */
                        direction?: "both" | "up" | "down";
                    }[];
                    bins: {
                        code: string;
                        aisle: string;
                        /** @enum {string} */
                        side: "L" | "R";
                        bay: number;
                        level: number;
                        xMetres: number;
                        yMetres: number;
                        widthMetres: number;
                        depthMetres: number;
                        heightMetres: number;
                        volumeMl?: number;
                        maxWeightGrams: number;
                        pickHeightMetres: number;
                    }[];
                    stations: {
                        code: string;
                        /** @enum {string} */
                        kind: "depot" | "pack" | "dock";
                        xMetres: number;
                        yMetres: number;
                    }[];
                    blocks?: {
                        aisle: string;
                        crossRow?: number;
                        fromYMetres?: number;
                        toYMetres?: number;
                        reason: string;
                    }[];
                };
                "text/csv": unknown;
            };
        };
        responses: {
            /** @description It is so now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                        isChanged: boolean;
                        bins: {
                            added: number;
                            changed: number;
                            removed: number;
                            same: number;
                        };
                    };
                };
            };
            /** @description The file is no layout: `errors` by `line` or `pointer` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such site */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Bins that it would remove hold something: `errors` names them */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The hall is not in the version of `If-Match` any more */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The file is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither JSON nor CSV */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewLayout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a site */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    format: "stowline-layout/1";
                    widthMetres: number;
                    depthMetres: number;
                    crossYMetres: number[];
                    zones: {
                        code: string;
                        name: string;
                        /** @enum {string} */
                        temperatureZone: "ambient" | "chilled" | "frozen";
                    }[];
                    aisles: {
                        code: string;
                        zone: string;
                        xMetres: number;
                        /**
                         * @default both
                         * @enum {string}
                         */
                        direction?: "both" | "up" | "down";
                    }[];
                    bins: {
                        code: string;
                        aisle: string;
                        /** @enum {string} */
                        side: "L" | "R";
                        bay: number;
                        level: number;
                        xMetres: number;
                        yMetres: number;
                        widthMetres: number;
                        depthMetres: number;
                        heightMetres: number;
                        volumeMl?: number;
                        maxWeightGrams: number;
                        pickHeightMetres: number;
                    }[];
                    stations: {
                        code: string;
                        /** @enum {string} */
                        kind: "depot" | "pack" | "dock";
                        xMetres: number;
                        yMetres: number;
                    }[];
                    blocks?: {
                        aisle: string;
                        crossRow?: number;
                        fromYMetres?: number;
                        toYMetres?: number;
                        reason: string;
                    }[];
                };
                "text/csv": unknown;
            };
        };
        responses: {
            /** @description The preview */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        site: string;
                        version: number;
                        changes?: {
                            hall: boolean;
                            zones: {
                                added: number;
                                changed: number;
                                removed: number;
                                same: number;
                            };
                            aisles: {
                                added: number;
                                changed: number;
                                removed: number;
                                same: number;
                            };
                            bins: {
                                added: number;
                                changed: number;
                                removed: number;
                                same: number;
                            };
                            stations: {
                                added: number;
                                changed: number;
                                removed: number;
                                same: number;
                            };
                            blocks: {
                                added: number;
                                changed: number;
                                removed: number;
                                same: number;
                            };
                        };
                        isChange: boolean;
                        refusals: {
                            bin: string;
                            reason: string;
                        }[];
                        refusalCount: number;
                        errors: {
                            line?: number;
                            pointer?: string;
                            detail: string;
                        }[];
                        errorCount: number;
                        notes: string[];
                        before?: {
                            widthMetres: number;
                            depthMetres: number;
                            crossYMetres: number[];
                            shelves: {
                                aisle: string;
                                /** @enum {string} */
                                temperatureZone: "ambient" | "chilled" | "frozen";
                                xMetres: number;
                                depthMetres: number;
                                fromYMetres: number;
                                toYMetres: number;
                            }[];
                            stations: {
                                code: string;
                                /** @enum {string} */
                                kind: "depot" | "pack" | "dock";
                                xMetres: number;
                                yMetres: number;
                            }[];
                        };
                        after?: {
                            widthMetres: number;
                            depthMetres: number;
                            crossYMetres: number[];
                            shelves: {
                                aisle: string;
                                /** @enum {string} */
                                temperatureZone: "ambient" | "chilled" | "frozen";
                                xMetres: number;
                                depthMetres: number;
                                fromYMetres: number;
                                toYMetres: number;
                            }[];
                            stations: {
                                code: string;
                                /** @enum {string} */
                                kind: "depot" | "pack" | "dock";
                                xMetres: number;
                                yMetres: number;
                            }[];
                        };
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such site */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The file is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither JSON nor CSV */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    blockStretch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a site */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    aisle: string;
                    crossRow?: number;
                    fromYMetres?: number;
                    toYMetres?: number;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description It is blocked already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        aisle: string;
                        crossRow?: number;
                        fromYMetres?: number;
                        toYMetres?: number;
                        reason: string;
                        id: number;
                    };
                };
            };
            /** @description It is blocked */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        aisle: string;
                        crossRow?: number;
                        fromYMetres?: number;
                        toYMetres?: number;
                        reason: string;
                        id: number;
                    };
                };
            };
            /** @description There is no such stretch */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such site */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    liftBlock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a site */
                site: string;
                /** @description Which one of blocks: its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is lifted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such block */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setAisleDirection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a site */
                site: string;
                /** @description The code of a bin or an aisle within its site */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    direction: "both" | "up" | "down";
                };
            };
        };
        responses: {
            /** @description The aisle */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        zone: string;
                        xMetres: number;
                        /**
                         * @default both
                         * @enum {string}
                         */
                        direction: "both" | "up" | "down";
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such aisle */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setBinState: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The code of a bin or an aisle within its site */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    site: string;
                    /** @constant */
                    state: "closed";
                    reason: string;
                } | {
                    site: string;
                    /** @constant */
                    state: "open";
                };
            };
        };
        responses: {
            /** @description The state */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        bin: string;
                        site: string;
                        /** @enum {string} */
                        state: "open" | "closed";
                        reason: string | null;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such bin */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    scanBox: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    site: string;
                    scanner: string;
                    barcode?: string | null;
                    labels?: string[];
                    /** Format: date-time */
                    at: string;
                    seq: number;
                };
            };
        };
        responses: {
            /** @description What the belt does with it, and why. The same scanner and number again is the same box and the same answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        decisionId: string;
                        /** @enum {string} */
                        action: "divert" | "pass" | "recirculate" | "reject";
                        lane: string | null;
                        /** @enum {string} */
                        because: "routed" | "no-read" | "unknown-barcode" | "multiple-labels" | "cancelled-order" | "lane-full" | "lane-closed" | "lane-busy" | "too-late" | "elsewhere" | "no-lane" | "sequence-reused" | "unknown-scanner" | "no-owner";
                        deadlineMs: number;
                        elapsedMicros: number;
                        recorded: boolean;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such site */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmDivert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a decision, as the scan was answered */
                decisionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    outcome: "diverted" | "missed" | "lost";
                    actualLane?: string | null;
                    /** Format: date-time */
                    at: string;
                };
            };
        };
        responses: {
            /** @description Noted; said again, the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        decisionId: string;
                        /** @enum {string} */
                        outcome: "diverted" | "missed" | "lost";
                        actualLane: string | null;
                        misSort: boolean;
                        recorded: boolean;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such decision */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was told otherwise before */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showConveyor: {
        parameters: {
            query?: {
                site?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The belts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        site: string;
                        version: number;
                        sorters: {
                            id: string;
                            name: string;
                            speedMetresPerSecond: number;
                            lengthMetres: number;
                            loop?: {
                                capacity: number;
                                mostLaps: number;
                            };
                            exceptionLane: string;
                            scanners: {
                                id: string;
                                atMetres: number;
                            }[];
                            isAnswered: boolean;
                            circulating: number;
                            deadlineMs: number;
                            rates: {
                                scans: number;
                                diverted: number;
                                noReads: number;
                                recirculated: number;
                                rejected: number;
                                tooLate: number;
                                missed: number;
                                misSorts: number;
                                lost: number;
                            };
                            decisionMicros: {
                                p50: number;
                                p95: number;
                                p99: number;
                                max: number;
                            } | null;
                        }[];
                        lanes: {
                            id: string;
                            name: string;
                            atMetres: number;
                            lengthMetres: number;
                            capacity: number;
                            serves: string[];
                            mostPerMinute?: number;
                            departures?: string[];
                            sorter: string;
                            /** @enum {string} */
                            state: "open" | "closed" | "full";
                            coming: number;
                            divertedPerMinute: number;
                            isException: boolean;
                        }[];
                        unrecorded: number;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such site */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setLaneState: {
        parameters: {
            query?: {
                site?: string;
            };
            header?: never;
            path: {
                /** @description The name of a lane in the drawing of the belts */
                lane: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    site?: string;
                    /** @enum {string} */
                    state: "open" | "closed" | "full";
                };
            };
        };
        responses: {
            /** @description The lane */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        atMetres: number;
                        lengthMetres: number;
                        capacity: number;
                        serves: string[];
                        mostPerMinute?: number;
                        departures?: string[];
                        sorter: string;
                        /** @enum {string} */
                        state: "open" | "closed" | "full";
                        coming: number;
                        divertedPerMinute: number;
                        isException: boolean;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such lane */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            /** @description Nobody answers for its sorter at present */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    planStow: {
        parameters: {
            query?: never;
            header?: {
                /** @description Instead of `operationId` in the body: asked again with the same key, it is the same stow. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    site: string;
                    sku?: string;
                    gtin?: string;
                    quantity: number;
                    lot?: string;
                    /** Format: date */
                    expiresOn?: string;
                    operationId?: string;
                };
            };
        };
        responses: {
            /** @description The bins, and until when their room is kept */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        stowId: string;
                        operationId: string;
                        site: string;
                        sku: string;
                        name: string;
                        quantity: number;
                        lot?: string;
                        /** Format: date */
                        expiresOn?: string;
                        /** Format: date-time */
                        keptUntil: string;
                        bins: {
                            loadId: string;
                            bin: string;
                            aisle: string;
                            /** @enum {string} */
                            side: "L" | "R";
                            bay: number;
                            level: number;
                            quantity: number;
                            /** @enum {string} */
                            state: "open" | "stowed" | "released";
                            because: string[];
                            xMetres: number;
                            yMetres: number;
                        }[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such site, SKU or GTIN */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No room: why, and in `fits` how many units would find some */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            /** @description The operation asked for something else before */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showStow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one of stow: its id */
                stowId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stow */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        stowId: string;
                        operationId: string;
                        site: string;
                        sku: string;
                        name: string;
                        quantity: number;
                        lot?: string;
                        /** Format: date */
                        expiresOn?: string;
                        /** Format: date-time */
                        keptUntil: string;
                        bins: {
                            loadId: string;
                            bin: string;
                            aisle: string;
                            /** @enum {string} */
                            side: "L" | "R";
                            bay: number;
                            level: number;
                            quantity: number;
                            /** @enum {string} */
                            state: "open" | "stowed" | "released";
                            because: string[];
                            xMetres: number;
                            yMetres: number;
                        }[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such stow */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmStow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one of stow: its id */
                stowId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    operationId: string;
                    loadId: string;
                    bin: string;
                    quantity: number;
                    /** Format: date-time */
                    at: string;
                };
            };
        };
        responses: {
            /** @description In the ledger; sent again, the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        bin: string;
                        quantity: number;
                        isPlanned: boolean;
                        stow: {
                            stowId: string;
                            operationId: string;
                            site: string;
                            sku: string;
                            name: string;
                            quantity: number;
                            lot?: string;
                            /** Format: date */
                            expiresOn?: string;
                            /** Format: date-time */
                            keptUntil: string;
                            bins: {
                                loadId: string;
                                bin: string;
                                aisle: string;
                                /** @enum {string} */
                                side: "L" | "R";
                                bay: number;
                                level: number;
                                quantity: number;
                                /** @enum {string} */
                                state: "open" | "stowed" | "released";
                                because: string[];
                                xMetres: number;
                                yMetres: number;
                            }[];
                        };
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such stow */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The bin does not take them, and why; nothing has changed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            /** @description Too many events wait; send the same again after `Retry-After` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    releaseStow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one of stow: its id */
                stowId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stow */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        stowId: string;
                        operationId: string;
                        site: string;
                        sku: string;
                        name: string;
                        quantity: number;
                        lot?: string;
                        /** Format: date */
                        expiresOn?: string;
                        /** Format: date-time */
                        keptUntil: string;
                        bins: {
                            loadId: string;
                            bin: string;
                            aisle: string;
                            /** @enum {string} */
                            side: "L" | "R";
                            bay: number;
                            level: number;
                            quantity: number;
                            /** @enum {string} */
                            state: "open" | "stowed" | "released";
                            because: string[];
                            xMetres: number;
                            yMetres: number;
                        }[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such stow */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showBin: {
        parameters: {
            query?: {
                site?: string;
            };
            header?: never;
            path: {
                /** @description The code of a bin or an aisle within its site */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bin */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        bin: string;
                        site: string;
                        aisle: string;
                        /** @enum {string} */
                        side: "L" | "R" | "-";
                        bay: number;
                        level: number;
                        xMetres: number;
                        yMetres: number;
                        /** @enum {string} */
                        temperatureZone: "ambient" | "chilled" | "frozen";
                        volumeMl: number;
                        maxWeightGrams: number;
                        content: {
                            sku: string;
                            name: string;
                            onHand: number;
                            held: number;
                            lot?: string;
                            /** Format: date */
                            expiresOn?: string;
                        }[];
                        zone: string;
                        widthMetres: number;
                        depthMetres: number;
                        heightMetres: number;
                        pickHeightMetres: number;
                        /** @enum {string} */
                        state: "open" | "closed";
                        stateReason: string | null;
                        usedVolumeMl: number;
                        usedWeightGrams: number;
                        fillPercent: number;
                        reservedVolumeMl: number;
                        reservedPercent: number;
                        reserved: {
                            stowId: string;
                            sku: string;
                            quantity: number;
                            lot?: string;
                            /** Format: date-time */
                            keptUntil: string;
                        }[];
                        movedToday: {
                            entries: number;
                            in: number;
                            out: number;
                        };
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such bin */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showBinHistory: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                format?: "json" | "csv";
                site?: string;
            };
            header?: never;
            path: {
                /** @description The code of a bin or an aisle within its site */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the ledger */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            eventId: string;
                            source: string;
                            eventAddress: string;
                            type: string;
                            /** Format: date-time */
                            at: string;
                            /** Format: date-time */
                            recordedAt: string;
                            site: string;
                            sku: string;
                            bin: string;
                            lot?: string;
                            quantity: number;
                            counted?: number;
                            balanceAfter: number;
                            reason?: string;
                            orderNumber?: string;
                            traceId: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                    "text/csv": unknown;
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such bin */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findPlaces: {
        parameters: {
            query: {
                site: string;
                query: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What fits */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: ({
                            /** @constant */
                            kind: "bin";
                            bin: string;
                            aisle: string;
                            xMetres: number;
                            yMetres: number;
                            skus: number;
                        } | {
                            /** @constant */
                            kind: "sku";
                            sku: string;
                            name: string;
                            gtin: string;
                            onHand: number;
                            bins: number;
                        })[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showMap: {
        parameters: {
            query?: {
                shape?: "objects" | "columns";
            };
            header?: {
                /** @description The ETag of the map that is there already */
                "If-None-Match"?: string;
            };
            path: {
                /** @description The id of a site */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The map, with its ETag */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        site: string;
                        version: number;
                        widthMetres: number;
                        depthMetres: number;
                        crossYMetres: number[];
                        zones: {
                            code: string;
                            name: string;
                            /** @enum {string} */
                            temperatureZone: "ambient" | "chilled" | "frozen";
                        }[];
                        aisles: {
                            code: string;
                            zone: string;
                            xMetres: number;
                            /** @enum {string} */
                            direction: "both" | "up" | "down";
                        }[];
                        stations: {
                            code: string;
                            /** @enum {string} */
                            kind: "depot" | "pack" | "dock";
                            xMetres: number;
                            yMetres: number;
                        }[];
                        blocks: {
                            id: number;
                            aisle: string;
                            crossRow: number | null;
                            fromYMetres: number | null;
                            toYMetres: number | null;
                            reason: string;
                            blockedBy: string;
                            /** Format: date-time */
                            blockedAt: string;
                        }[];
                        bins: {
                            bin: string;
                            aisle: string;
                            /** @enum {string} */
                            side: "L" | "R";
                            bay: number;
                            level: number;
                            xMetres: number;
                            yMetres: number;
                            widthMetres: number;
                            depthMetres: number;
                            heightMetres: number;
                            pickHeightMetres: number;
                            volumeMl: number;
                            maxWeightGrams: number;
                            /** @enum {string} */
                            state: "open" | "closed";
                        }[];
                    } | {
                        site: string;
                        version: number;
                        widthMetres: number;
                        depthMetres: number;
                        crossYMetres: number[];
                        zones: {
                            code: string;
                            name: string;
                            /** @enum {string} */
                            temperatureZone: "ambient" | "chilled" | "frozen";
                        }[];
                        aisles: {
                            code: string;
                            zone: string;
                            xMetres: number;
                            /** @enum {string} */
                            direction: "both" | "up" | "down";
                        }[];
                        stations: {
                            code: string;
                            /** @enum {string} */
                            kind: "depot" | "pack" | "dock";
                            xMetres: number;
                            yMetres: number;
                        }[];
                        blocks: {
                            id: number;
                            aisle: string;
                            crossRow: number | null;
                            fromYMetres: number | null;
                            toYMetres: number | null;
                            reason: string;
                            blockedBy: string;
                            /** Format: date-time */
                            blockedAt: string;
                        }[];
                        bins: {
                            bin: string[];
                            aisle: number[];
                            side: ("L" | "R")[];
                            bay: number[];
                            level: number[];
                            xMetres: number[];
                            yMetres: number[];
                            widthMetres: number[];
                            depthMetres: number[];
                            state: ("open" | "closed")[];
                        };
                    };
                };
            };
            /** @description It is the one that is there already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such site */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showBinLevels: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a site */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Levels by bin, as columns */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        site: string;
                        version: number;
                        fillPercent: number[];
                        units: number[];
                        skus: number[];
                        oldestDay: (number | null)[];
                        earliestExpiryDay: (number | null)[];
                        picks: number[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such site */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBinChanges: {
        parameters: {
            query: {
                from: string;
                to: string;
            };
            header?: never;
            path: {
                /** @description The id of a site */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of changes, as columns; `nextTo` is the `to` of the next */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        site: string;
                        /** Format: date-time */
                        from: string;
                        /** Format: date-time */
                        to: string;
                        bins: {
                            bin: string[];
                            units: number[];
                            volumePermille: number[];
                            weightPermille: number[];
                        };
                        changes: {
                            bin: number[];
                            atMs: number[];
                            units: number[];
                            volumePermille: number[];
                            weightPermille: number[];
                        };
                        nextTo: string | null;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such site */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRecommendations: {
        parameters: {
            query: {
                sku: string;
                site?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Items bought together */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            sku: string;
                            score: number;
                            boughtTogether: number;
                        }[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPairs: {
        parameters: {
            query: {
                site: string;
                advice?: "together" | "apart" | "as-it-is";
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The pairs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            one: {
                                sku: string;
                                name: string;
                                bin: string | null;
                            };
                            other: {
                                sku: string;
                                name: string;
                                bin: string | null;
                            };
                            baskets: number;
                            support: number;
                            score: number;
                            metres: number | null;
                            /** @enum {string} */
                            advice: "together" | "apart" | "as-it-is";
                            apartFor: ("look-alike" | "crowd") | null;
                            sparedVisits: number;
                            savedMetres: number;
                        }[];
                        nextCursor: string | null;
                    };
                    "text/csv": unknown;
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findAnything: {
        parameters: {
            query: {
                site?: string;
                query: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What fits, the best of each kind first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        query: string;
                        items: ({
                            /** @constant */
                            kind: "item";
                            sku: string;
                            name: string;
                            gtin: string;
                            onHand: number;
                        } | {
                            /** @constant */
                            kind: "bin";
                            bin: string;
                            aisle: string;
                            skus: number;
                        } | {
                            /** @constant */
                            kind: "order";
                            orderNumber: string;
                            customerName: string;
                            status: string;
                            /** Format: date-time */
                            createdAt: string;
                        } | {
                            /** @constant */
                            kind: "box";
                            barcode: string;
                            box: ("tote" | "parcel") | null;
                            orderNumber: string | null;
                        } | {
                            /** @constant */
                            kind: "lane";
                            lane: string;
                            name: string;
                            sorter: string;
                        })[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSavedViews: {
        parameters: {
            query?: {
                site?: string;
                format?: "json" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All views */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            path: string;
                            isShared: boolean;
                            savedBy: string | null;
                            mayRemove: boolean;
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                    "text/csv": unknown;
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    saveView: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    site: string;
                    name: string;
                    path: string;
                    /** @default false */
                    isShared?: boolean;
                };
            };
        };
        responses: {
            /** @description The view */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        path: string;
                        isShared: boolean;
                        savedBy: string | null;
                        mayRemove: boolean;
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotThere"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            /** @description The path leads to no screen that is open to the person */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one of saved views: its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Forgotten */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            /** @description It is somebody else’s */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such view */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordEvents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": unknown;
                "application/cloudevents-batch+json": unknown;
                "application/json": unknown;
            };
        };
        responses: {
            /** @description On disk. A duplicate has the source and id of an event that was told before; what is rejected lies in the dead letters */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Recorded now. */
                        accepted: number;
                        /** @description Recorded before, by source and id. */
                        duplicates: number;
                        /** @description Kept in the dead letters with the reason; `index` counts from 0 within the batch. */
                        rejected: {
                            index: number;
                            id: string | null;
                            reason: string;
                        }[];
                    };
                };
            };
            /** @description The request cannot be taken apart */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description More than 8 MiB, or than 1,000 events */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No CloudEvents, or in another format */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many wait; nothing was taken. Send the same again after `Retry-After` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listQueues: {
        parameters: {
            query?: {
                site?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All queues */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            name: string;
                            /** @enum {string} */
                            kind: "step" | "function" | "engine";
                            site: string;
                            /** @enum {string} */
                            state: "healthy" | "slow" | "stalled" | "down";
                            waiting: number;
                            running: number;
                            retrying: number;
                            dead: number;
                            overdue: number;
                            oldestWaitSeconds: number | null;
                            oldestSince: string | null;
                            lastSuccessAt: string | null;
                            perMinute: number;
                            p95WaitMs: number | null;
                            drainSeconds: number | null;
                            ordersAffected: number;
                            cause: ("engine-gone" | "worker-gone" | "dependency-refusing" | "dependency-silent" | "poison-input" | "lost-work" | "overload" | "burst") | null;
                            message: string;
                        }[];
                        nextCursor: null;
                        watchedAt: string | null;
                    };
                    "text/csv": unknown;
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showQueue: {
        parameters: {
            query?: {
                site?: string;
            };
            header?: never;
            path: {
                /** @description The name of a queue */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The queue */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        queue: {
                            name: string;
                            /** @enum {string} */
                            kind: "step" | "function" | "engine";
                            site: string;
                            /** @enum {string} */
                            state: "healthy" | "slow" | "stalled" | "down";
                            waiting: number;
                            running: number;
                            retrying: number;
                            dead: number;
                            overdue: number;
                            oldestWaitSeconds: number | null;
                            oldestSince: string | null;
                            lastSuccessAt: string | null;
                            perMinute: number;
                            p95WaitMs: number | null;
                            drainSeconds: number | null;
                            ordersAffected: number;
                            cause: ("engine-gone" | "worker-gone" | "dependency-refusing" | "dependency-silent" | "poison-input" | "lost-work" | "overload" | "burst") | null;
                            message: string;
                        };
                        samples: {
                            /** Format: date-time */
                            at: string;
                            waiting: number;
                            overdue: number;
                            oldestWaitSeconds: number;
                            perMinute: number;
                        }[];
                        failures: {
                            error: string;
                            orders: number;
                            lastAt: string | null;
                        }[];
                        watchedAt: string | null;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such queue */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAlerts: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                format?: "json" | "csv";
                site?: string;
                state?: "open" | "acknowledged" | "resolved" | "unresolved";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of alerts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            site: string;
                            queue: string;
                            /** @enum {string} */
                            severity: "warning" | "critical";
                            /** @enum {string} */
                            state: "open" | "acknowledged" | "resolved";
                            cause: string;
                            message: string;
                            ordersAffected: number;
                            /** Format: date-time */
                            openedAt: string;
                            escalatedAt: string | null;
                            acknowledgedAt: string | null;
                            acknowledgedBy: string | null;
                            silencedUntil: string | null;
                            resolvedAt: string | null;
                            version: number;
                        }[];
                        nextCursor: string | null;
                    };
                    "text/csv": unknown;
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showAlert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one of alerts: its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The alert */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        site: string;
                        queue: string;
                        /** @enum {string} */
                        severity: "warning" | "critical";
                        /** @enum {string} */
                        state: "open" | "acknowledged" | "resolved";
                        cause: string;
                        message: string;
                        ordersAffected: number;
                        /** Format: date-time */
                        openedAt: string;
                        escalatedAt: string | null;
                        acknowledgedAt: string | null;
                        acknowledgedBy: string | null;
                        silencedUntil: string | null;
                        resolvedAt: string | null;
                        version: number;
                        notices: {
                            /** @enum {string} */
                            event: "opened" | "escalated" | "resolved";
                            /** @enum {string} */
                            kind: "email" | "webhook";
                            address: string;
                            /** @enum {string} */
                            state: "owed" | "sent" | "dropped" | "dead";
                            attempts: number;
                            sentAt: string | null;
                            lastError: string | null;
                        }[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such alert */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acknowledgeAlert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one of alerts: its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The alert */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        site: string;
                        queue: string;
                        /** @enum {string} */
                        severity: "warning" | "critical";
                        /** @enum {string} */
                        state: "open" | "acknowledged" | "resolved";
                        cause: string;
                        message: string;
                        ordersAffected: number;
                        /** Format: date-time */
                        openedAt: string;
                        escalatedAt: string | null;
                        acknowledgedAt: string | null;
                        acknowledgedBy: string | null;
                        silencedUntil: string | null;
                        resolvedAt: string | null;
                        version: number;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such alert */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The alert is over */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    silenceAlert: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one of alerts: its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    minutes: number;
                    /** @default  */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description The alert */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        site: string;
                        queue: string;
                        /** @enum {string} */
                        severity: "warning" | "critical";
                        /** @enum {string} */
                        state: "open" | "acknowledged" | "resolved";
                        cause: string;
                        message: string;
                        ordersAffected: number;
                        /** Format: date-time */
                        openedAt: string;
                        escalatedAt: string | null;
                        acknowledgedAt: string | null;
                        acknowledgedBy: string | null;
                        silencedUntil: string | null;
                        resolvedAt: string | null;
                        version: number;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such alert */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAlertTargets: {
        parameters: {
            query?: {
                site?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All targets */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            site: string;
                            /** @enum {string} */
                            kind: "email" | "webhook";
                            address: string;
                            /** @enum {string} */
                            format: "standard" | "slack";
                            /** @enum {string} */
                            minSeverity: "warning" | "critical";
                            secret?: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addAlertTarget: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    site: string;
                    /** @enum {string} */
                    kind: "email" | "webhook";
                    address: string;
                    /**
                     * @default standard
                     * @enum {string}
                     */
                    format?: "standard" | "slack";
                    /**
                     * @default warning
                     * @enum {string}
                     */
                    minSeverity?: "warning" | "critical";
                };
            };
        };
        responses: {
            /** @description The target */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        site: string;
                        /** @enum {string} */
                        kind: "email" | "webhook";
                        address: string;
                        /** @enum {string} */
                        format: "standard" | "slack";
                        /** @enum {string} */
                        minSeverity: "warning" | "critical";
                        secret?: string;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotThere"];
            /** @description The site has this target already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeAlertTarget: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one of alert targets: its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such target */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testAlertTarget: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one of alert targets: its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the target answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        arrived: boolean;
                        error: string | null;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such target */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDeadLetters: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                format?: "json" | "csv";
                site?: string;
                kind?: "step" | "event" | "webhook";
                state?: "dead" | "replaying" | "replayed" | "discarded";
                queue?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of dead letters */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** @enum {string} */
                            kind: "step" | "event" | "webhook";
                            site: string | null;
                            queue: string;
                            subject: string;
                            error: string;
                            attempts: number;
                            replays: number;
                            /** @enum {string} */
                            state: "dead" | "replaying" | "replayed" | "discarded";
                            replayAt: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            updatedAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                    "text/csv": unknown;
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showDeadLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one of dead letters: its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The dead letter */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        kind: "step" | "event" | "webhook";
                        site: string | null;
                        queue: string;
                        subject: string;
                        error: string;
                        attempts: number;
                        replays: number;
                        /** @enum {string} */
                        state: "dead" | "replaying" | "replayed" | "discarded";
                        replayAt: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                        payload: unknown;
                        history: {
                            /** Format: date-time */
                            at: string;
                            what: string;
                            by?: string;
                            error?: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such dead letter */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayDeadLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one of dead letters: its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    payload?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description It is tried again */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        kind: "step" | "event" | "webhook";
                        site: string | null;
                        queue: string;
                        subject: string;
                        error: string;
                        attempts: number;
                        replays: number;
                        /** @enum {string} */
                        state: "dead" | "replaying" | "replayed" | "discarded";
                        replayAt: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                        payload: unknown;
                        history: {
                            /** Format: date-time */
                            at: string;
                            what: string;
                            by?: string;
                            error?: string;
                        }[];
                    };
                };
            };
            /** @description The payload is not right */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such dead letter */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not dead (any more) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayDeadLetters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids?: string[];
                    /** @enum {string} */
                    kind?: "step" | "event" | "webhook";
                    queue?: string;
                    site?: string;
                    /** @default 10 */
                    ratePerSecond?: number;
                };
            };
        };
        responses: {
            /** @description How many */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        replaying: number;
                        lastDueAt: string | null;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotThere"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    discardDeadLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one of dead letters: its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The dead letter */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        kind: "step" | "event" | "webhook";
                        site: string | null;
                        queue: string;
                        subject: string;
                        error: string;
                        attempts: number;
                        replays: number;
                        /** @enum {string} */
                        state: "dead" | "replaying" | "replayed" | "discarded";
                        replayAt: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                        payload: unknown;
                        history: {
                            /** Format: date-time */
                            at: string;
                            what: string;
                            by?: string;
                            error?: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such dead letter */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not dead (any more) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showFigures: {
        parameters: {
            query?: {
                site?: string;
                day?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figures */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        site: string;
                        name: string;
                        /** Format: date */
                        day: string;
                        /** Format: date-time */
                        now: string;
                        /** Format: date-time */
                        since: string;
                        figures: {
                            /** @enum {string} */
                            id: "orders-in" | "orders-picked" | "orders-packed" | "orders-shipped" | "on-time-shipping" | "fill-rate" | "line-rate" | "unit-rate" | "pick-accuracy" | "dock-to-stock" | "inventory-accuracy" | "walk-saved" | "stock-outs" | "stock-outs-soon";
                            value: number | null;
                            trend: (number | null)[];
                            weekAgo: number | null;
                            target: number | null;
                            isOwnTarget: boolean;
                        }[];
                        byHour: number[];
                        plan: {
                            orders: number;
                            isOwn: boolean;
                            byHour: number[];
                            expectedNow: number;
                        } | null;
                        cutOffs: {
                            carrier: string;
                            /** Format: date-time */
                            at: string;
                            parcels: number;
                            orders: number;
                            atRisk: number;
                        }[];
                        risk: {
                            late: number;
                            "at-risk": number;
                            "on-time": number;
                            linesPerHour: number | null;
                            orders: {
                                orderNumber: string;
                                /** @enum {string} */
                                lateness: "late" | "at-risk";
                                /** Format: date-time */
                                dueAt: string;
                                readyAt: string | null;
                                linesLeft: number;
                            }[];
                        };
                        queue: {
                            name: string;
                            state: string;
                            message: string;
                            ordersAffected: number;
                        } | null;
                        belt: {
                            perMinute: number;
                            noReadShare: number;
                        } | null;
                    } | {
                        items: {
                            site: string;
                            name: string;
                            /** Format: date */
                            day: string;
                            /** Format: date-time */
                            since: string;
                            figures: {
                                [key: string]: number | null;
                            };
                            risk: {
                                late: number;
                                "at-risk": number;
                                "on-time": number;
                            };
                            alerts: number;
                        }[];
                        /** Format: date-time */
                        now: string;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such site */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPlan: {
        parameters: {
            query: {
                site: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The plan */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            weekday: number;
                            orders: number;
                            curve: number[];
                            changedBy: string;
                            /** Format: date-time */
                            changedAt: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setPlan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    site: string;
                    weekday: number;
                    orders: number | null;
                    curve?: number[];
                };
            };
        };
        responses: {
            /** @description The plan as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            weekday: number;
                            orders: number;
                            curve: number[];
                            changedBy: string;
                            /** Format: date-time */
                            changedAt: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such site */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTargets: {
        parameters: {
            query: {
                site: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The targets */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            figure: "orders-in" | "orders-picked" | "orders-packed" | "orders-shipped" | "on-time-shipping" | "fill-rate" | "line-rate" | "unit-rate" | "pick-accuracy" | "dock-to-stock" | "inventory-accuracy" | "walk-saved" | "stock-outs" | "stock-outs-soon";
                            target: number | null;
                            usual: number | null;
                            changedBy: string | null;
                            changedAt: string | null;
                        }[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setTargets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    site: string;
                    targets: {
                        /** @enum {string} */
                        figure: "orders-in" | "orders-picked" | "orders-packed" | "orders-shipped" | "on-time-shipping" | "fill-rate" | "line-rate" | "unit-rate" | "pick-accuracy" | "dock-to-stock" | "inventory-accuracy" | "walk-saved" | "stock-outs" | "stock-outs-soon";
                        target: number | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description All targets as they are now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            figure: "orders-in" | "orders-picked" | "orders-packed" | "orders-shipped" | "on-time-shipping" | "fill-rate" | "line-rate" | "unit-rate" | "pick-accuracy" | "dock-to-stock" | "inventory-accuracy" | "walk-saved" | "stock-outs" | "stock-outs-soon";
                            target: number | null;
                            usual: number | null;
                            changedBy: string | null;
                            changedAt: string | null;
                        }[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such site */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            /** @description A figure without a target, or a share of more than 1 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEpcisQueries: {
        parameters: {
            query?: {
                perPage?: number;
                nextPageToken?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        query: {
                            [key: string]: (string | number | boolean) | (string | number | boolean)[];
                        };
                    }[];
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    nameEpcisQuery: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    query: {
                        [key: string]: (string | number | boolean) | (string | number | boolean)[];
                    };
                };
            };
        };
        responses: {
            /** @description Kept; `Location` is the query */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            /** @description The client has a query of this name */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showEpcisQuery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name that the client gave its query */
                queryName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The query */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        query: {
                            [key: string]: (string | number | boolean) | (string | number | boolean)[];
                        };
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such query of this client */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    forgetEpcisQuery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name that the client gave its query */
                queryName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Forgotten */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such query of this client */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    runEpcisQuery: {
        parameters: {
            query?: {
                perPage?: number;
                nextPageToken?: string;
            };
            header?: never;
            path: {
                /** @description The name that the client gave its query */
                queryName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An EPCISQueryDocument */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        "@context": string[];
                        /** @constant */
                        type: "EPCISQueryDocument";
                        /** @constant */
                        schemaVersion: "2.0";
                        /** Format: date-time */
                        creationDate: string;
                        epcisBody: {
                            queryResults: {
                                /** @constant */
                                queryName: "SimpleEventQuery";
                                resultsBody: {
                                    eventList: {
                                        [key: string]: unknown;
                                    }[];
                                };
                            };
                        };
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such query of this client */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEpcisSubscriptions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name that the client gave its query */
                queryName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such query of this client */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMuch"];
            /** @description Queries take no subscriptions: see /api/webhooks and /api/feed */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    subscribeToEpcisQuery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The name that the client gave its query */
                queryName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such query of this client */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMuch"];
            /** @description Queries take no subscriptions: see /api/webhooks and /api/feed */
            501: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dropEpcisPageToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description What `nextPageToken` was */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing is kept of it */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotThere"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEpcisResources: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its resources */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        "@context": string;
                        /** @constant */
                        type: "Collection";
                        member: string[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEpcisCaptures: {
        parameters: {
            query?: {
                perPage?: number;
                nextPageToken?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of jobs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        captureID: string;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        finishedAt?: string;
                        running: boolean;
                        success: boolean;
                        /** @enum {string} */
                        captureErrorBehaviour: "rollback" | "proceed";
                        errors: {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            pointer: string;
                        }[];
                    }[];
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    captureEpcisDocument: {
        parameters: {
            query?: never;
            header?: {
                /** @description The EPCIS version of the body: 2.0 */
                "GS1-EPCIS-Version"?: string;
                /** @description The CBV version of the body: 2.0 */
                "GS1-CBV-Version"?: string;
                /** @description `rollback` (all events or none, the default) or `proceed` (those that can be) */
                "GS1-Capture-Error-Behaviour"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": ({
                    "@context": string | {
                        [key: string]: unknown;
                    } | (string | {
                        [key: string]: unknown;
                    })[];
                    id?: string;
                    schemaVersion: string;
                    /** Format: date-time */
                    creationDate: string;
                    /** @constant */
                    type: "EPCISDocument";
                    instanceIdentifier?: string;
                    sender?: string;
                    receiver?: string;
                    epcisHeader?: {
                        epcisMasterData?: {
                            [key: string]: unknown;
                        };
                    } & {
                        [key: string]: unknown;
                    };
                    epcisBody: {
                        eventList: {
                            [key: string]: unknown;
                        }[];
                    } & {
                        [key: string]: unknown;
                    };
                } & {
                    [key: string]: unknown;
                }) | ({
                    "@context": string | {
                        [key: string]: unknown;
                    } | (string | {
                        [key: string]: unknown;
                    })[];
                    id?: string;
                    schemaVersion?: string;
                    /** Format: date-time */
                    creationDate?: string;
                    /** @constant */
                    type: "EPCISQueryDocument";
                    epcisBody: {
                        queryResults: {
                            queryName: string;
                            subscriptionID?: string;
                            resultsBody: {
                                eventList: {
                                    [key: string]: unknown;
                                }[];
                                vocabularyList?: {
                                    [key: string]: unknown;
                                }[];
                            } & {
                                [key: string]: unknown;
                            };
                        } & {
                            [key: string]: unknown;
                        };
                    } & {
                        [key: string]: unknown;
                    };
                } & {
                    [key: string]: unknown;
                });
            };
        };
        responses: {
            /** @description Durable; `Location` is the capture job */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            /** @description More events or bytes than announced by OPTIONS */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showEpcisCapture: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one of capture: its id */
                captureId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        captureID: string;
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        finishedAt?: string;
                        running: boolean;
                        success: boolean;
                        /** @enum {string} */
                        captureErrorBehaviour: "rollback" | "proceed";
                        errors: {
                            type: string;
                            title: string;
                            status: number;
                            detail: string;
                            pointer: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such job */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findEpcisEvents: {
        parameters: {
            query?: {
                perPage?: number;
                nextPageToken?: string;
                eventType?: string;
                EQ_eventID?: string;
                GE_eventTime?: string;
                LT_eventTime?: string;
                GE_recordTime?: string;
                LT_recordTime?: string;
                EQ_action?: string;
                EQ_bizStep?: string;
                EQ_disposition?: string;
                EQ_persistentDisposition_set?: string;
                EQ_persistentDisposition_unset?: string;
                EQ_readPoint?: string;
                WD_readPoint?: string;
                EQ_bizLocation?: string;
                WD_bizLocation?: string;
                EQ_transformationID?: string;
                MATCH_epc?: string;
                MATCH_inputEPC?: string;
                MATCH_outputEPC?: string;
                MATCH_anyEPC?: string;
                MATCH_parentID?: string;
                MATCH_epcClass?: string;
                MATCH_inputEPCClass?: string;
                MATCH_outputEPCClass?: string;
                MATCH_anyEPCClass?: string;
                EQ_quantity?: string;
                GT_quantity?: string;
                GE_quantity?: string;
                LT_quantity?: string;
                LE_quantity?: string;
                EXISTS_errorDeclaration?: string;
                GE_errorDeclarationTime?: string;
                LT_errorDeclarationTime?: string;
                EQ_errorReason?: string;
                EQ_correctiveEventID?: string;
                orderBy?: string;
                orderDirection?: string;
                eventCountLimit?: string;
                maxEventCount?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An EPCISQueryDocument */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        "@context": string[];
                        /** @constant */
                        type: "EPCISQueryDocument";
                        /** @constant */
                        schemaVersion: "2.0";
                        /** Format: date-time */
                        creationDate: string;
                        epcisBody: {
                            queryResults: {
                                /** @constant */
                                queryName: "SimpleEventQuery";
                                resultsBody: {
                                    eventList: {
                                        [key: string]: unknown;
                                    }[];
                                };
                            };
                        };
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    captureEpcisEvent: {
        parameters: {
            query?: never;
            header?: {
                /** @description The EPCIS version of the body: 2.0 */
                "GS1-EPCIS-Version"?: string;
                /** @description The CBV version of the body: 2.0 */
                "GS1-CBV-Version"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    type: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Captured; `Location` is the event */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            406: components["responses"]["NotAcceptable"];
            /** @description The event is known already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showEpcisEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of an EPCIS event */
                eventId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An EPCISQueryDocument */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        "@context": string[];
                        /** @constant */
                        type: "EPCISQueryDocument";
                        /** @constant */
                        schemaVersion: "2.0";
                        /** Format: date-time */
                        creationDate: string;
                        epcisBody: {
                            queryResults: {
                                /** @constant */
                                queryName: "SimpleEventQuery";
                                resultsBody: {
                                    eventList: {
                                        [key: string]: unknown;
                                    }[];
                                };
                            };
                        };
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such event */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEpcisTerms: {
        parameters: {
            query?: {
                perPage?: number;
                nextPageToken?: string;
            };
            header?: never;
            path: {
                /** @description eventTypes, epcs, bizSteps, bizLocations, readPoints or dispositions */
                terms: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        "@context": string;
                        /** @constant */
                        type: "Collection";
                        member: string[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotThere"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showEpcisTerm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description eventTypes, epcs, bizSteps, bizLocations, readPoints or dispositions */
                terms: string;
                /** @description A term of the EPCIS vocabulary, or its URI */
                term: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its resources */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        "@context": string;
                        /** @constant */
                        type: "Collection";
                        member: string[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such term */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    findEpcisEventsOfTerm: {
        parameters: {
            query?: {
                perPage?: number;
                nextPageToken?: string;
                eventType?: string;
                EQ_eventID?: string;
                GE_eventTime?: string;
                LT_eventTime?: string;
                GE_recordTime?: string;
                LT_recordTime?: string;
                EQ_action?: string;
                EQ_bizStep?: string;
                EQ_disposition?: string;
                EQ_persistentDisposition_set?: string;
                EQ_persistentDisposition_unset?: string;
                EQ_readPoint?: string;
                WD_readPoint?: string;
                EQ_bizLocation?: string;
                WD_bizLocation?: string;
                EQ_transformationID?: string;
                MATCH_epc?: string;
                MATCH_inputEPC?: string;
                MATCH_outputEPC?: string;
                MATCH_anyEPC?: string;
                MATCH_parentID?: string;
                MATCH_epcClass?: string;
                MATCH_inputEPCClass?: string;
                MATCH_outputEPCClass?: string;
                MATCH_anyEPCClass?: string;
                EQ_quantity?: string;
                GT_quantity?: string;
                GE_quantity?: string;
                LT_quantity?: string;
                LE_quantity?: string;
                EXISTS_errorDeclaration?: string;
                GE_errorDeclarationTime?: string;
                LT_errorDeclarationTime?: string;
                EQ_errorReason?: string;
                EQ_correctiveEventID?: string;
                orderBy?: string;
                orderDirection?: string;
                eventCountLimit?: string;
                maxEventCount?: string;
            };
            header?: never;
            path: {
                /** @description eventTypes, epcs, bizSteps, bizLocations, readPoints or dispositions */
                terms: string;
                /** @description A term of the EPCIS vocabulary, or its URI */
                term: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An EPCISQueryDocument */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        "@context": string[];
                        /** @constant */
                        type: "EPCISQueryDocument";
                        /** @constant */
                        schemaVersion: "2.0";
                        /** Format: date-time */
                        creationDate: string;
                        epcisBody: {
                            queryResults: {
                                /** @constant */
                                queryName: "SimpleEventQuery";
                                resultsBody: {
                                    eventList: {
                                        [key: string]: unknown;
                                    }[];
                                };
                            };
                        };
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotThere"];
            406: components["responses"]["NotAcceptable"];
            414: components["responses"]["AddressTooLong"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    planRoute: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    format: "pick-route-case/1";
                    id: string;
                    layout: {
                        aisleX: number[];
                        crossY: number[];
                        /**
                         * @default {
                         *       "aisle": [],
                         *       "cross": []
                         *     }
                         */
                        blocked?: {
                            /** @default [] */
                            aisle?: [
                                number,
                                number,
                                number
                            ][];
                            /** @default [] */
                            cross?: [
                                number,
                                number
                            ][];
                        };
                        /**
                         * @default {
                         *       "aisle": {},
                         *       "cross": {}
                         *     }
                         */
                        oneWay?: {
                            /** @default {} */
                            aisle?: {
                                [key: string]: -1 | 0 | 1;
                            };
                            /** @default {} */
                            cross?: {
                                [key: string]: -1 | 0 | 1;
                            };
                        };
                    };
                    start: {
                        aisle: number;
                        y: number;
                    };
                    /** @default null */
                    end?: {
                        aisle: number;
                        y: number;
                    } | null;
                    stops: {
                        id: string;
                        /** @default 1 */
                        qty?: number;
                        options: {
                            aisle: number;
                            y: number;
                            bin: string;
                            /** @default 1 */
                            qty?: number;
                        }[];
                        class?: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description The route */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        visits: {
                            stop: string;
                            bin: string;
                            qty: number;
                        }[];
                        length: number;
                        proven: boolean;
                        lowerBound: number;
                        method: string;
                        walk: [
                            number,
                            number
                        ][];
                        id: string;
                        elapsedMs: number;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            /** @description Nobody can walk it: `unreachable` names the stops out of reach, `rest` is the route of the others */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showSlotting: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a site */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The advice */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        site: string;
                        /** Format: date */
                        day: string;
                        /** Format: date-time */
                        computedAt: string;
                        elapsedMs: number;
                        isComplete: boolean;
                        orders: number;
                        beforeMetres: number;
                        afterMetres: number;
                        moves: {
                            id: string;
                            /** @enum {string} */
                            state: "proposed" | "accepted" | "dismissed" | "done";
                            transfers: {
                                sku: string;
                                name: string;
                                lot: string;
                                expiresOn: string | null;
                                quantity: number;
                                from: {
                                    bin: string;
                                    xMetres: number;
                                    yMetres: number;
                                };
                                to: {
                                    bin: string;
                                    xMetres: number;
                                    yMetres: number;
                                };
                            }[];
                            savedMetres: number;
                            costMetres: number;
                            paysBackDays: number | null;
                            lastsDays: number;
                            tours: number;
                            because: string;
                            /** @default null */
                            frees: string | null;
                        }[];
                        /** @default [] */
                        spread: {
                            sku: string;
                            name: string;
                            bins: number;
                            advisedBins: number;
                            because: string;
                            near: {
                                bin: string;
                                xMetres: number;
                                yMetres: number;
                            }[];
                        }[];
                    } | null;
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such site */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    adviseSlotting: {
        parameters: {
            query?: {
                day?: string;
            };
            header?: never;
            path: {
                /** @description The id of a site */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The advice */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        site: string;
                        /** Format: date */
                        day: string;
                        /** Format: date-time */
                        computedAt: string;
                        elapsedMs: number;
                        isComplete: boolean;
                        orders: number;
                        beforeMetres: number;
                        afterMetres: number;
                        moves: {
                            id: string;
                            /** @enum {string} */
                            state: "proposed" | "accepted" | "dismissed" | "done";
                            transfers: {
                                sku: string;
                                name: string;
                                lot: string;
                                expiresOn: string | null;
                                quantity: number;
                                from: {
                                    bin: string;
                                    xMetres: number;
                                    yMetres: number;
                                };
                                to: {
                                    bin: string;
                                    xMetres: number;
                                    yMetres: number;
                                };
                            }[];
                            savedMetres: number;
                            costMetres: number;
                            paysBackDays: number | null;
                            lastsDays: number;
                            tours: number;
                            because: string;
                            /** @default null */
                            frees: string | null;
                        }[];
                        /** @default [] */
                        spread: {
                            sku: string;
                            name: string;
                            bins: number;
                            advisedBins: number;
                            because: string;
                            near: {
                                bin: string;
                                xMetres: number;
                                yMetres: number;
                            }[];
                        }[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such site */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSlottingMoves: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a site */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            transfer: number;
                            transfers: number;
                            sku: string;
                            name: string;
                            gtin: string;
                            lot: string;
                            from: string;
                            to: string;
                            because: string;
                            free: number;
                            held: number;
                        }[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such site */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decideSlottingMove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a site */
                site: string;
                /** @description Which one of moves: its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    state: "accepted" | "dismissed";
                };
            };
        };
        responses: {
            /** @description It is so now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "accepted" | "dismissed";
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such move at this site */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody has begun to make it */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmSlottingMove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a site */
                site: string;
                /** @description Which one of moves: its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    transfer: number;
                    bin: string;
                    quantity: number;
                    /** Format: date-time */
                    at: string;
                };
            };
        };
        responses: {
            /** @description In the ledger; sent again, the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        state: "proposed" | "accepted" | "dismissed" | "done";
                        quantity: number;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such move at this site */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The bin does not take them, and why, or another transfer comes first */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            /** @description Too many events wait; send the same again after `Retry-After` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readCalendar: {
        parameters: {
            query: {
                site: string;
                from?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The days, and what such days do to demand */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date */
                            day: string;
                            kind: ("holiday" | "promotion" | "closed") | null;
                            /** @default  */
                            name: string;
                        }[];
                        effects: {
                            /** @enum {string} */
                            kind: "holiday" | "promotion";
                            /** @description What such a day is to its weekday, drawn towards 1 where few were seen. */
                            factor: number;
                            /** @description Earlier days that it was learnt from. */
                            days: number;
                        }[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setCalendar: {
        parameters: {
            query: {
                site: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    items: {
                        /** Format: date */
                        day: string;
                        kind: ("holiday" | "promotion" | "closed") | null;
                        /** @default  */
                        name?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description All days; the next forecast knows them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date */
                            day: string;
                            kind: ("holiday" | "promotion" | "closed") | null;
                            /** @default  */
                            name: string;
                        }[];
                        effects: {
                            /** @enum {string} */
                            kind: "holiday" | "promotion";
                            /** @description What such a day is to its weekday, drawn towards 1 where few were seen. */
                            factor: number;
                            /** @description Earlier days that it was learnt from. */
                            days: number;
                        }[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotThere"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDemand: {
        parameters: {
            query: {
                site: string;
                sku: string;
                from?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The days */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            site: string;
                            sku: string;
                            /**
                             * Format: date
                             * @description The site's own day, YYYY-MM-DD.
                             */
                            day: string;
                            /** @description Units of orders placed that day, less what customers took back. */
                            ordered: number;
                            /** @description Units that a till told of. */
                            sold: number;
                            /** @description Units of orders refused for want of them: wanted, and lost. */
                            refused: number;
                            /** @description Of what was ordered: units that nobody found. */
                            shorted: number;
                            /** @description Minutes of the day with nothing there: what was asked for tells less than what was wanted. */
                            outOfStockMinutes: number;
                            /** @description What was ordered and sold brought, in minor units of the site's currency. */
                            revenueMinor: number;
                            /** @description Brought along from an earlier system: never counted anew. */
                            isImported: boolean;
                        }[];
                        nextCursor: string | null;
                    };
                    "text/csv": unknown;
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importDemand: {
        parameters: {
            query: {
                site: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": unknown;
            };
        };
        responses: {
            /** @description How many days were kept, and which lines were not */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Days kept; sent again, the same days are kept again and are as many as before. */
                        imported: number;
                        /** @description The first 100 of them. */
                        rejected: {
                            line: number;
                            reason: string;
                        }[];
                        rejectedCount: number;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotThere"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            /** @description The file is no CSV with these columns */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportDemand: {
        parameters: {
            query: {
                site: string;
                from?: string;
                to?: string;
                format?: "csv" | "parquet";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file: CSV or Parquet */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": unknown;
                    "application/vnd.apache.parquet": unknown;
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listForecasts: {
        parameters: {
            query: {
                limit?: number;
                cursor?: string;
                format?: "json" | "csv";
                site: string;
                sku?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of forecasts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            site: string;
                            sku: string;
                            /**
                             * Format: date
                             * @description The last day that was known; the first of every list is the day behind it.
                             */
                            madeOn: string;
                            /** @description The candidates whose mean it is, joined by +. */
                            method: string;
                            /** @description Units a day. */
                            mean: number[];
                            /** @description 80 in 100 days lie between this and `upper`. */
                            lower: number[];
                            upper: number[];
                            /** @description Standard deviation of the units from the first day to each, all together. */
                            sumSd: number[];
                            /** @description Root mean squared scaled error (M5) over earlier origins. */
                            rmsse: number | null;
                            /** @description The same of saying that tomorrow is as today. */
                            naiveRmsse: number | null;
                            /** Format: date-time */
                            madeAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                    "text/csv": unknown;
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showTopology: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a site */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The drawing */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        format: "stowline-conveyor/1";
                        sorters: {
                            id: string;
                            name: string;
                            speedMetresPerSecond: number;
                            lengthMetres: number;
                            loop?: {
                                capacity: number;
                                mostLaps: number;
                            };
                            exceptionLane: string;
                            scanners: {
                                id: string;
                                atMetres: number;
                            }[];
                            lanes: {
                                id: string;
                                name: string;
                                atMetres: number;
                                lengthMetres: number;
                                capacity: number;
                                serves: string[];
                                mostPerMinute?: number;
                                departures?: string[];
                            }[];
                        }[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such site, or it has no belts */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replaceTopology: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a site */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @constant */
                    format: "stowline-conveyor/1";
                    sorters: {
                        id: string;
                        name: string;
                        speedMetresPerSecond: number;
                        lengthMetres: number;
                        loop?: {
                            capacity: number;
                            mostLaps: number;
                        };
                        exceptionLane: string;
                        scanners: {
                            id: string;
                            atMetres: number;
                        }[];
                        lanes: {
                            id: string;
                            name: string;
                            atMetres: number;
                            lengthMetres: number;
                            capacity: number;
                            serves: string[];
                            mostPerMinute?: number;
                            departures?: string[];
                        }[];
                    }[];
                };
            };
        };
        responses: {
            /** @description It is so now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                        isChanged: boolean;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such site */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    expectBoxes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    site: string;
                    boxes: {
                        barcode: string;
                        /** @enum {string} */
                        kind: "tote" | "parcel";
                        orderNumber?: string | null;
                        destination: string;
                        promisedAt?: string | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description Scanners know them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accepted: number;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such site */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    packTotes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    site: string;
                    totes: string[];
                    operationId?: string;
                    carrier?: string;
                };
            };
        };
        responses: {
            /** @description The parcel */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        parcel: string;
                        orderNumber: string;
                        carrier: string;
                        promisedAt: string | null;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such site */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description These totes make no parcel, and why, in words for the packer */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            /** @description The operation packed other totes before */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDecisions: {
        parameters: {
            query: {
                limit?: number;
                cursor?: string;
                format?: "json" | "csv";
                site: string;
                sorter?: string;
                scanner?: string;
                lane?: string;
                action?: "divert" | "pass" | "recirculate" | "reject";
                because?: "routed" | "no-read" | "unknown-barcode" | "multiple-labels" | "cancelled-order" | "lane-full" | "lane-closed" | "lane-busy" | "too-late" | "elsewhere" | "no-lane" | "sequence-reused" | "unknown-scanner" | "no-owner";
                outcome?: "diverted" | "missed" | "lost" | "unconfirmed";
                misSort?: string;
                barcode?: string;
                from?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of decisions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            decisionId: string;
                            /** @enum {string} */
                            action: "divert" | "pass" | "recirculate" | "reject";
                            lane: string | null;
                            /** @enum {string} */
                            because: "routed" | "no-read" | "unknown-barcode" | "multiple-labels" | "cancelled-order" | "lane-full" | "lane-closed" | "lane-busy" | "too-late" | "elsewhere" | "no-lane" | "sequence-reused" | "unknown-scanner" | "no-owner";
                            deadlineMs: number;
                            elapsedMicros: number;
                            site: string;
                            sorter: string;
                            scanner: string;
                            seq: number;
                            barcode: string | null;
                            orderNumber: string | null;
                            /** Format: date-time */
                            scannedAt: string;
                            /** Format: date-time */
                            decidedAt: string;
                            outcome: ("diverted" | "missed" | "lost") | null;
                            actualLane: string | null;
                            confirmedAt: string | null;
                            assignedLane: string | null;
                            misSort: boolean;
                        }[];
                        nextCursor: string | null;
                    };
                    "text/csv": unknown;
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showBox: {
        parameters: {
            query: {
                site: string;
            };
            header?: never;
            path: {
                /** @description What is printed on the label of the box */
                barcode: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The box */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        site: string;
                        barcode: string;
                        orderNumber: string | null;
                        box: {
                            /** @enum {string} */
                            kind: "tote" | "parcel";
                            destination: string;
                            promisedAt: string | null;
                            /** @enum {string} */
                            state: "expected" | "arrived" | "lost" | "cancelled";
                            lane: string | null;
                            /** Format: date-time */
                            createdAt: string;
                        } | null;
                        decisions: {
                            /** Format: uuid */
                            decisionId: string;
                            /** @enum {string} */
                            action: "divert" | "pass" | "recirculate" | "reject";
                            lane: string | null;
                            /** @enum {string} */
                            because: "routed" | "no-read" | "unknown-barcode" | "multiple-labels" | "cancelled-order" | "lane-full" | "lane-closed" | "lane-busy" | "too-late" | "elsewhere" | "no-lane" | "sequence-reused" | "unknown-scanner" | "no-owner";
                            deadlineMs: number;
                            elapsedMicros: number;
                            site: string;
                            sorter: string;
                            scanner: string;
                            seq: number;
                            barcode: string | null;
                            orderNumber: string | null;
                            /** Format: date-time */
                            scannedAt: string;
                            /** Format: date-time */
                            decidedAt: string;
                            outcome: ("diverted" | "missed" | "lost") | null;
                            actualLane: string | null;
                            confirmedAt: string | null;
                            assignedLane: string | null;
                            misSort: boolean;
                        }[];
                        olderScans: number;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No box with this label was announced or read */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showBeltSeries: {
        parameters: {
            query: {
                site: string;
                sorter?: string;
                from?: string;
                to?: string;
                /** @description In seconds */
                step?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All steps, oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        site: string;
                        sorter: string | null;
                        /** Format: date-time */
                        from: string;
                        /** Format: date-time */
                        to: string;
                        stepSeconds: number;
                        buckets: {
                            scans: number;
                            diverted: number;
                            passed: number;
                            recirculated: number;
                            rejected: number;
                            noReads: number;
                            tooLate: number;
                            arrived: number;
                            missed: number;
                            lost: number;
                            misSorts: number;
                            /** Format: date-time */
                            at: string;
                            decisionMicros: {
                                p50: number;
                                p95: number;
                                p99: number;
                                max: number;
                            } | null;
                            rejectedBecause: {
                                [key: string]: number;
                            };
                        }[];
                        total: {
                            scans: number;
                            diverted: number;
                            passed: number;
                            recirculated: number;
                            rejected: number;
                            noReads: number;
                            tooLate: number;
                            arrived: number;
                            missed: number;
                            lost: number;
                            misSorts: number;
                            decisionMicros: {
                                p50: number;
                                p95: number;
                                p99: number;
                                max: number;
                            } | null;
                            rejectedBecause: {
                                [key: string]: number;
                            };
                        };
                        scanners: {
                            scans: number;
                            diverted: number;
                            passed: number;
                            recirculated: number;
                            rejected: number;
                            noReads: number;
                            tooLate: number;
                            arrived: number;
                            missed: number;
                            lost: number;
                            misSorts: number;
                            scanner: string;
                            sorter: string;
                            decisionMicros: {
                                p50: number;
                                p95: number;
                                p99: number;
                                max: number;
                            } | null;
                        }[];
                        lanes: {
                            scans: number;
                            arrived: number;
                            missed: number;
                            lost: number;
                            misSorts: number;
                            lane: string;
                            sorter: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRuns: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                format?: "json" | "csv";
                function?: string;
                status?: "active" | "completed" | "failed" | "cancelled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of runs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            functionId: string;
                            /** @enum {string} */
                            status: "active" | "completed" | "failed" | "cancelled";
                            eventName: string;
                            subject: string | null;
                            createdAt: string;
                            startedAt: string | null;
                            endedAt: string | null;
                            attempts: number;
                            error: {
                                name: string;
                                message: string;
                            } | null;
                            dueAt: string | null;
                        }[];
                        nextCursor: string | null;
                    };
                    "text/csv": unknown;
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description Runs are kept by the Inngest server that this house is connected to */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one of runs: its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        functionId: string;
                        /** @enum {string} */
                        status: "active" | "completed" | "failed" | "cancelled";
                        eventName: string;
                        subject: string | null;
                        createdAt: string;
                        startedAt: string | null;
                        endedAt: string | null;
                        attempts: number;
                        error: {
                            name: string;
                            message: string;
                        } | null;
                        dueAt: string | null;
                        event: unknown;
                        steps: {
                            id: string;
                            name: string;
                            op: string;
                            /** @enum {string} */
                            state: "done" | "waiting" | "failed";
                            settledAt: string | null;
                        }[];
                        history: {
                            at: string;
                            attempt: number;
                            step: string | null;
                            error: {
                                name: string;
                                message: string;
                            };
                        }[];
                        output: unknown;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such run */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one of runs: its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        functionId: string;
                        /** @enum {string} */
                        status: "active" | "completed" | "failed" | "cancelled";
                        eventName: string;
                        subject: string | null;
                        createdAt: string;
                        startedAt: string | null;
                        endedAt: string | null;
                        attempts: number;
                        error: {
                            name: string;
                            message: string;
                        } | null;
                        dueAt: string | null;
                        event: unknown;
                        steps: {
                            id: string;
                            name: string;
                            op: string;
                            /** @enum {string} */
                            state: "done" | "waiting" | "failed";
                            settledAt: string | null;
                        }[];
                        history: {
                            at: string;
                            attempt: number;
                            step: string | null;
                            error: {
                                name: string;
                                message: string;
                            };
                        }[];
                        output: unknown;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such run */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The run has ended already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one of runs: its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The new run */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such run */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readFeed: {
        parameters: {
            query?: {
                after?: string;
                types?: string;
                site?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of events */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @constant */
                            specversion: "1.0";
                            id: string;
                            source: string;
                            type: string;
                            subject: string;
                            /** Format: date-time */
                            time: string;
                            /** @constant */
                            datacontenttype: "application/json";
                            /** Format: date-time */
                            recordedtime: string;
                            sequence: string;
                            site?: string;
                            traceparent?: string;
                            data: unknown;
                        }[];
                        nextCursor: string;
                    };
                    "text/csv": unknown;
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportEvents: {
        parameters: {
            query?: {
                from?: string;
                to?: string;
                format?: "ndjson" | "csv" | "parquet";
                types?: string;
                site?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file: NDJSON of CloudEvents, CSV, or Parquet */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": unknown;
                    "text/csv": unknown;
                    "application/vnd.apache.parquet": unknown;
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhooks: {
        parameters: {
            query?: {
                site?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All webhooks */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            url: string;
                            types: string[];
                            site: string | null;
                            description: string;
                            /** @enum {string} */
                            state: "active" | "paused" | "disabled";
                            disabledFor: ("gone" | "failing") | null;
                            /** Format: date-time */
                            createdAt: string;
                            lastSuccessAt: string | null;
                            failingSince: string | null;
                            lastError: string | null;
                            throttledUntil: string | null;
                            previousSecretUntil: string | null;
                            owed: number;
                            dead: number;
                            replays: number;
                        }[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uri */
                    url: string;
                    types: string[];
                    site?: string;
                    /** @default  */
                    description?: string;
                    /** @default now */
                    from?: ("now" | "snapshot") | string;
                };
            };
        };
        responses: {
            /** @description The webhook */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        url: string;
                        types: string[];
                        site: string | null;
                        description: string;
                        /** @enum {string} */
                        state: "active" | "paused" | "disabled";
                        disabledFor: ("gone" | "failing") | null;
                        /** Format: date-time */
                        createdAt: string;
                        lastSuccessAt: string | null;
                        failingSince: string | null;
                        lastError: string | null;
                        throttledUntil: string | null;
                        previousSecretUntil: string | null;
                        owed: number;
                        dead: number;
                        replays: number;
                        secret: string;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotThere"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one of webhooks: its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhook */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        url: string;
                        types: string[];
                        site: string | null;
                        description: string;
                        /** @enum {string} */
                        state: "active" | "paused" | "disabled";
                        disabledFor: ("gone" | "failing") | null;
                        /** Format: date-time */
                        createdAt: string;
                        lastSuccessAt: string | null;
                        failingSince: string | null;
                        lastError: string | null;
                        throttledUntil: string | null;
                        previousSecretUntil: string | null;
                        owed: number;
                        dead: number;
                        replays: number;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such webhook */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one of webhooks: its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uri */
                    url: string;
                    types: string[];
                    description?: string;
                    paused: boolean;
                };
            };
        };
        responses: {
            /** @description The webhook */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        url: string;
                        types: string[];
                        site: string | null;
                        description: string;
                        /** @enum {string} */
                        state: "active" | "paused" | "disabled";
                        disabledFor: ("gone" | "failing") | null;
                        /** Format: date-time */
                        createdAt: string;
                        lastSuccessAt: string | null;
                        failingSince: string | null;
                        lastError: string | null;
                        throttledUntil: string | null;
                        previousSecretUntil: string | null;
                        owed: number;
                        dead: number;
                        replays: number;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such webhook */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one of webhooks: its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such webhook */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one of webhooks: its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhook with its secret */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        url: string;
                        types: string[];
                        site: string | null;
                        description: string;
                        /** @enum {string} */
                        state: "active" | "paused" | "disabled";
                        disabledFor: ("gone" | "failing") | null;
                        /** Format: date-time */
                        createdAt: string;
                        lastSuccessAt: string | null;
                        failingSince: string | null;
                        lastError: string | null;
                        throttledUntil: string | null;
                        previousSecretUntil: string | null;
                        owed: number;
                        dead: number;
                        replays: number;
                        secret: string;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such webhook */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one of webhooks: its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What it answered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        arrived: boolean;
                        status: number | null;
                        error: string | null;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such webhook */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one of webhooks: its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    from: string;
                    /** Format: date-time */
                    to?: string;
                };
            };
        };
        responses: {
            /** @description It is sent */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        url: string;
                        types: string[];
                        site: string | null;
                        description: string;
                        /** @enum {string} */
                        state: "active" | "paused" | "disabled";
                        disabledFor: ("gone" | "failing") | null;
                        /** Format: date-time */
                        createdAt: string;
                        lastSuccessAt: string | null;
                        failingSince: string | null;
                        lastError: string | null;
                        throttledUntil: string | null;
                        previousSecretUntil: string | null;
                        owed: number;
                        dead: number;
                        replays: number;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such webhook */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                format?: "json" | "csv";
                state?: "owed" | "delivered" | "dead";
            };
            header?: never;
            path: {
                /** @description Which one of webhooks: its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of deliveries */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            webhookId: string;
                            type: string;
                            subject: string;
                            /** @enum {string} */
                            state: "owed" | "delivered" | "dead";
                            attempts: number;
                            /** Format: date-time */
                            dueAt: string;
                            lastStatus: number | null;
                            lastError: string | null;
                            lastMs: number | null;
                            deliveredAt: string | null;
                            /** Format: date-time */
                            createdAt: string;
                        }[];
                        nextCursor: string | null;
                    };
                    "text/csv": unknown;
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such webhook */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one of webhooks: its id */
                id: string;
                /** @description Which one of deliveries: its id */
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is owed */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        outcome: "owed";
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such delivery */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSchemas: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All types */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            type: string;
                            description: string;
                            /**
                             * @description `in`: Stowline takes it; `out`: Stowline tells it.
                             * @enum {string}
                             */
                            direction: "in" | "out";
                            versions: number[];
                            latest: number;
                            href: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showSchema: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A type of event with its version */
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every version, or the one that was asked for */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        description: string;
                        /**
                         * @description `in`: Stowline takes it; `out`: Stowline tells it.
                         * @enum {string}
                         */
                        direction: "in" | "out";
                        versions: {
                            version: number;
                            type: string;
                            schema: {
                                $schema: string;
                                $id: string;
                            } & {
                                [key: string]: unknown;
                            };
                        }[];
                        latest: number;
                        href: string;
                    } | ({
                        $schema: string;
                        $id: string;
                    } & {
                        [key: string]: unknown;
                    });
                    "application/schema+json": unknown;
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such type or version */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDays: {
        parameters: {
            query?: {
                site?: string;
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The days */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: date */
                            day: string;
                            orders: number;
                            alerts: number;
                        }[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showDay: {
        parameters: {
            query?: {
                site?: string;
                with?: string;
            };
            header?: never;
            path: {
                /** @description A day of the site's own calendar */
                day: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The day */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        site: string;
                        timeZone: string;
                        /** Format: date-time */
                        from: string;
                        /** Format: date-time */
                        to: string;
                        /** Format: date-time */
                        readAt: string;
                        minutes: number;
                        perMinute: {
                            [key: string]: number[];
                        };
                        backlog: {
                            /** @enum {string} */
                            queue: "confirmation-email" | "warehouse-notification" | "recommendations" | "picking";
                            owed: number[];
                            late: number[];
                            behindSeconds: number[];
                        }[];
                        touring: number[];
                        outOfStock: number[];
                        spans: {
                            /** @enum {string} */
                            kind: "alert" | "fault" | "lane" | "stock-out";
                            id: string;
                            about: string;
                            detail: string;
                            severity: ("warning" | "critical") | null;
                            /** Format: date-time */
                            from: string;
                            until: string | null;
                        }[];
                        shorts: {
                            /** Format: date-time */
                            at: string;
                            sku: string;
                            name: string;
                            orderNumber: string;
                            missing: number;
                            reason: string | null;
                        }[];
                        peaks: {
                            fromMinute: number;
                            toMinute: number;
                            orders: number;
                            times: number;
                        }[];
                        lateness: {
                            /** @enum {string} */
                            queue: "confirmation-email" | "warehouse-notification" | "recommendations" | "picking";
                            fromMinute: number;
                            toMinute: number;
                            orders: number;
                            behindSeconds: number;
                        }[];
                        /** Format: date */
                        day: string;
                        ghost: {
                            /** Format: date */
                            day: string;
                            placed: number[];
                        };
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such day or site */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewErasure: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                };
            };
        };
        responses: {
            /** @description Orders, and rows by table */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        orders: {
                            orderNumber: string;
                            site: string;
                            status: string;
                            placedAt: string | null;
                            total: {
                                amount: number;
                                currency: string;
                            };
                            openBecause: string | null;
                            /** Format: date */
                            keptUntil: string;
                        }[];
                        rows: {
                            [key: string]: number;
                        };
                        erased: string[];
                        kept: {
                            what: string;
                            until: string | null;
                            because: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    erasePerson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                };
            };
        };
        responses: {
            /** @description What was erased */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string | null;
                        orders: number;
                        rows: {
                            [key: string]: number;
                        };
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description Orders that are not over; `errors` names each and why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readPerson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                };
            };
        };
        responses: {
            /** @description The rows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        email: string;
                        /** Format: date-time */
                        saidAt: string;
                        tables: {
                            [key: string]: {
                                [key: string]: unknown;
                            }[];
                        };
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showRetention: {
        parameters: {
            query: {
                site: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whole years after the one an order ended in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        site: string;
                        personYears: number;
                        recordYears: number;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setRetention: {
        parameters: {
            query: {
                site: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    personYears: number;
                    recordYears: number;
                };
            };
        };
        responses: {
            /** @description As it is kept from now on */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        site: string;
                        personYears: number;
                        recordYears: number;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotThere"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listShiftReports: {
        parameters: {
            query?: {
                site?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The reports */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            site: string;
                            shift: string;
                            isOnDemand: boolean;
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                            /** Format: date-time */
                            writtenAt: string;
                            orders: number;
                            mails: {
                                to: string;
                                /** @enum {string} */
                                state: "sending" | "sent" | "refused";
                            }[];
                        }[];
                        nextCursor: null;
                    };
                    "text/csv": unknown;
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    writeShiftReport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    site: string;
                };
            };
        };
        responses: {
            /** @description It is written */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such site */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showReportFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one of shift reports: its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": unknown;
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such report */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showShiftPlan: {
        parameters: {
            query?: {
                site?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The plan */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        site: string;
                        shifts: {
                            name: string;
                            from: string;
                            to: string;
                        }[];
                        recipients: string[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setShiftPlan: {
        parameters: {
            query?: {
                site?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    shifts: {
                        name: string;
                        from: string;
                        to: string;
                    }[];
                    recipients: string[];
                };
            };
        };
        responses: {
            /** @description The plan */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        site: string;
                        shifts: {
                            name: string;
                            from: string;
                            to: string;
                        }[];
                        recipients: string[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such site */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReorders: {
        parameters: {
            query: {
                limit?: number;
                cursor?: string;
                format?: "json" | "csv";
                site: string;
                state?: "proposed" | "approved" | "sent" | "received" | "dismissed";
                supplier?: string;
                department?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            sku: string;
                            name: string;
                            department: string;
                            supplier: string;
                            /** Format: date */
                            day: string;
                            /** @enum {string} */
                            state: "proposed" | "approved" | "sent" | "received" | "dismissed";
                            proposed: number;
                            quantity: number;
                            packUnits: number;
                            unitCostMinor: number;
                            stockOutOn: string | null;
                            orderBy: string | null;
                            because: string;
                            outlook: {
                                quantity: number;
                                held: ("covered" | "no-order-day" | "shelf-life") | null;
                                leadDays: number;
                                spanDays: number;
                                wantedUnits: number;
                                safetyUnits: number;
                                targetUnits: number;
                                availableUnits: number;
                                onTheWayUnits: number;
                                usableUnits: number;
                                wastedUnits: number;
                                stockOutInDays: number | null;
                                coverDays: number;
                                orderInDays: number | null;
                                dailyUnits: number;
                            };
                            decidedBy: string | null;
                            sentAt: string | null;
                            expectedOn: string | null;
                            receivedUnits: number;
                        }[];
                        nextCursor: string | null;
                        currency: string;
                        counts: {
                            [key: string]: number;
                        };
                        suppliers: string[];
                        departments: string[];
                        computed: {
                            /** Format: date */
                            day: string;
                            /** Format: date-time */
                            at: string;
                        } | null;
                    };
                    "text/csv": unknown;
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such site */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    suggestReorders: {
        parameters: {
            query: {
                site: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many SKUs were judged, and how many are to be ordered */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date */
                        day: string;
                        proposed: number;
                        judged: number;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such site */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showItemOutlook: {
        parameters: {
            query: {
                site: string;
            };
            header?: never;
            path: {
                /** @description The SKU of an item */
                sku: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The outlook */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        sku: string;
                        /** Format: date */
                        day: string;
                        terms: {
                            supplier: string;
                            leadDays: number;
                            /** @default 0 */
                            leadSdDays: number;
                            reviewDays: number;
                            /** @default [] */
                            orderWeekdays: number[];
                            packUnits: number;
                            /** @default 1 */
                            minimumPacks: number;
                            /** @default null */
                            shelfLifeDays: number | null;
                            serviceLevel: number;
                            unitCostMinor: number;
                            isDefault: boolean;
                        };
                        facts: {
                            demand: {
                                readonly mean: number[];
                                readonly sumSd: number[];
                            };
                            readonly stock: {
                                units: number;
                                expiresInDays: number | null;
                            }[];
                            readonly onTheWay: {
                                units: number;
                                inDays: number;
                            }[];
                            weekday: number;
                        } | null;
                        outlook: {
                            quantity: number;
                            held: ("covered" | "no-order-day" | "shelf-life") | null;
                            leadDays: number;
                            spanDays: number;
                            wantedUnits: number;
                            safetyUnits: number;
                            targetUnits: number;
                            availableUnits: number;
                            onTheWayUnits: number;
                            usableUnits: number;
                            wastedUnits: number;
                            stockOutInDays: number | null;
                            coverDays: number;
                            orderInDays: number | null;
                            dailyUnits: number;
                        } | null;
                        because: string;
                        stockOutOn: string | null;
                        orderBy: string | null;
                        open: {
                            /** Format: uuid */
                            id: string;
                            sku: string;
                            name: string;
                            department: string;
                            supplier: string;
                            /** Format: date */
                            day: string;
                            /** @enum {string} */
                            state: "proposed" | "approved" | "sent" | "received" | "dismissed";
                            proposed: number;
                            quantity: number;
                            packUnits: number;
                            unitCostMinor: number;
                            stockOutOn: string | null;
                            orderBy: string | null;
                            because: string;
                            outlook: {
                                quantity: number;
                                held: ("covered" | "no-order-day" | "shelf-life") | null;
                                leadDays: number;
                                spanDays: number;
                                wantedUnits: number;
                                safetyUnits: number;
                                targetUnits: number;
                                availableUnits: number;
                                onTheWayUnits: number;
                                usableUnits: number;
                                wastedUnits: number;
                                stockOutInDays: number | null;
                                coverDays: number;
                                orderInDays: number | null;
                                dailyUnits: number;
                            };
                            decidedBy: string | null;
                            sentAt: string | null;
                            expectedOn: string | null;
                            receivedUnits: number;
                        }[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such site, or no such SKU in the catalogue */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decideReorders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    site: string;
                    decisions: {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        state: "proposed" | "approved" | "dismissed";
                        quantity?: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description What is decided, and what was sent or is not there */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        decided: string[];
                        closed: string[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such site */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            /** @description A quantity is not whole packs; nothing is changed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendReorders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    site: string;
                    items: {
                        /** Format: uuid */
                        id: string;
                        quantity?: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description The orders made now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        orders: {
                            /** Format: uuid */
                            orderId: string;
                            supplier: string;
                            lines: number;
                            units: number;
                            total: {
                                amount: number;
                                currency: string;
                            };
                        }[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such site */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            /** @description A quantity is not whole packs; nothing is changed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    simulateItem: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    site: string;
                    sku: string;
                };
            };
        };
        responses: {
            /** @description Both, and the days of the first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        sku: string;
                        days: {
                            wanted: number;
                            sold: number;
                            left: number;
                            wasted: number;
                            arrived: number;
                        }[];
                        house: {
                            wantedUnits: number;
                            lostUnits: number;
                            wastedUnits: number;
                            receivedUnits: number;
                            orders: number;
                            stockOutDays: number;
                            fillRate: number;
                            averageStock: number;
                        } | null;
                        textbook: {
                            wantedUnits: number;
                            lostUnits: number;
                            wastedUnits: number;
                            receivedUnits: number;
                            orders: number;
                            stockOutDays: number;
                            fillRate: number;
                            averageStock: number;
                        } | null;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such site, or no such SKU in the catalogue */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRunningOut: {
        parameters: {
            query: {
                site: string;
                format?: "json" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            sku: string;
                            name: string;
                            department: string;
                            available: number;
                            wantedUnits: number;
                            leadDays: number;
                            onTheWayUnits: number;
                        }[];
                    };
                    "text/csv": unknown;
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such site */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSpaceAdvice: {
        parameters: {
            query: {
                site: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            sku: string;
                            name: string;
                            department: string;
                            dailyUnits: number;
                            bins: number;
                            fullDays: number;
                            tripsAWeek: number;
                            advisedBins: number;
                            because: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such site */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSupplyTerms: {
        parameters: {
            query: {
                limit?: number;
                cursor?: string;
                format?: "json" | "csv";
                site: string;
                sku?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of terms by SKU */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            supplier: string;
                            leadDays: number;
                            /** @default 0 */
                            leadSdDays: number;
                            reviewDays: number;
                            /** @default [] */
                            orderWeekdays: number[];
                            packUnits: number;
                            /** @default 1 */
                            minimumPacks: number;
                            /** @default null */
                            shelfLifeDays: number | null;
                            serviceLevel: number;
                            unitCostMinor: number;
                            sku: string;
                            name: string;
                            isDefault: boolean;
                        }[];
                        nextCursor: string | null;
                    };
                    "text/csv": unknown;
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such site */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setSupplyTerm: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    supplier: string;
                    leadDays: number;
                    /** @default 0 */
                    leadSdDays?: number;
                    reviewDays: number;
                    /** @default [] */
                    orderWeekdays?: number[];
                    packUnits: number;
                    /** @default 1 */
                    minimumPacks?: number;
                    /** @default null */
                    shelfLifeDays?: number | null;
                    serviceLevel: number;
                    unitCostMinor: number;
                    site: string;
                    sku: string;
                };
            };
        };
        responses: {
            /** @description They are so now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        supplier: string;
                        leadDays: number;
                        /** @default 0 */
                        leadSdDays: number;
                        reviewDays: number;
                        /** @default [] */
                        orderWeekdays: number[];
                        packUnits: number;
                        /** @default 1 */
                        minimumPacks: number;
                        /** @default null */
                        shelfLifeDays: number | null;
                        serviceLevel: number;
                        unitCostMinor: number;
                        sku: string;
                        name: string;
                        isDefault: boolean;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such site, or no such SKU in the catalogue */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importSupplyTerms: {
        parameters: {
            query: {
                site: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": unknown;
            };
        };
        responses: {
            /** @description How many were taken, and each line that was not */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        taken: number;
                        rejected: {
                            line: number;
                            reason: string;
                        }[];
                    };
                };
            };
            /** @description The file cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such site */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showLive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It runs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        status: "live";
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showReady: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They work */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ready" | "not ready";
                        parts: {
                            part: string;
                            ok: boolean;
                            detail?: string;
                        }[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            /** @description `parts` names what does not */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showWatch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Somebody does */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "watched" | "not watched";
                        seconds: number | null;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            /** @description Nobody has looked for 15 s */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showOpenApi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OpenAPI 3.1 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        openapi: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    hearProvider: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one of webhooks: its id */
                provider: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": unknown;
            };
        };
        responses: {
            /** @description Heard */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is not signed by the provider */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description A provider that this house does not use */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one of auth: its id */
                action: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session, or null */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such action */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one of auth: its id */
                action: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": unknown;
            };
        };
        responses: {
            /** @description Done; a session comes as a cookie */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            400: components["responses"]["NotValid"];
            /** @description E-mail and password do not belong together */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: components["responses"]["Forbidden"];
            /** @description No such action */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            /** @description Too many attempts failed; `Retry-After` says when the next one counts */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPeople: {
        parameters: {
            query?: {
                site?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The people */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            email: string;
                            /** @enum {string} */
                            role: "manager" | "picker" | "support";
                            sites: string[];
                            isElsewhere: boolean;
                            /** @enum {string} */
                            state: "active" | "invited" | "lapsed" | "disabled";
                            sessions: number;
                            lastSignInAt: string | null;
                        }[];
                        nextCursor: null;
                    };
                    "text/csv": unknown;
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    invitePerson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** Format: email */
                    email: string;
                    /** @enum {string} */
                    role: "manager" | "picker" | "support";
                    sites: string[];
                };
            };
        };
        responses: {
            /** @description The person and the password */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        email: string;
                        /** @enum {string} */
                        role: "manager" | "picker" | "support";
                        sites: string[];
                        isElsewhere: boolean;
                        /** @enum {string} */
                        state: "active" | "invited" | "lapsed" | "disabled";
                        sessions: number;
                        lastSignInAt: string | null;
                        password: string;
                        /** Format: date-time */
                        passwordEndsAt: string;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such site */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The e-mail has an account */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one of people: its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @enum {string} */
                    role: "manager" | "picker" | "support";
                    sites: string[];
                };
            };
        };
        responses: {
            /** @description The person; null when they are of none of your sites any more */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        email: string;
                        /** @enum {string} */
                        role: "manager" | "picker" | "support";
                        sites: string[];
                        isElsewhere: boolean;
                        /** @enum {string} */
                        state: "active" | "invited" | "lapsed" | "disabled";
                        sessions: number;
                        lastSignInAt: string | null;
                    } | null;
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such person */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The person belongs to sites that are not yours, or is the last manager of one */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    disablePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one of people: its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        email: string;
                        /** @enum {string} */
                        role: "manager" | "picker" | "support";
                        sites: string[];
                        isElsewhere: boolean;
                        /** @enum {string} */
                        state: "active" | "invited" | "lapsed" | "disabled";
                        sessions: number;
                        lastSignInAt: string | null;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such person */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The person belongs to sites that are not yours, or is the last manager of one */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one of people: its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person and the password */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        email: string;
                        /** @enum {string} */
                        role: "manager" | "picker" | "support";
                        sites: string[];
                        isElsewhere: boolean;
                        /** @enum {string} */
                        state: "active" | "invited" | "lapsed" | "disabled";
                        sessions: number;
                        lastSignInAt: string | null;
                        password: string;
                        /** Format: date-time */
                        passwordEndsAt: string;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such person */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The person belongs to sites that are not yours, or is the last manager of one */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one of people: its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sessions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            expiresAt: string;
                            address: string | null;
                            device: string | null;
                            isThis: boolean;
                        }[];
                        nextCursor: null;
                    };
                    "text/csv": unknown;
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such person */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSessions: {
        parameters: {
            query?: {
                session?: string;
            };
            header?: never;
            path: {
                /** @description Which one of people: its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They are signed out */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such person */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOwnSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sessions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            expiresAt: string;
                            address: string | null;
                            device: string | null;
                            isThis: boolean;
                        }[];
                        nextCursor: null;
                    };
                    "text/csv": unknown;
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endOwnSessions: {
        parameters: {
            query?: {
                session?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description You are signed out there */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeOwnPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    current: string;
                    next: string;
                };
            };
        };
        responses: {
            /** @description It is the new one */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description The password that was made for you has lapsed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            /** @description The current password is another one */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listKeys: {
        parameters: {
            query?: {
                site?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keys */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            prefix: string;
                            scopes: ("orders" | "events" | "scans" | "read" | "all")[];
                            site: string | null;
                            /** @enum {string} */
                            state: "active" | "expired" | "revoked";
                            /** Format: date-time */
                            createdAt: string;
                            expiresAt: string | null;
                            revokedAt: string | null;
                            previousUntil: string | null;
                            lastUsedAt: string | null;
                        }[];
                        nextCursor: null;
                    };
                    "text/csv": unknown;
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    scopes: ("orders" | "events" | "scans" | "read" | "all")[];
                    site: string | null;
                    expiresInDays?: number;
                };
            };
        };
        responses: {
            /** @description The key */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        prefix: string;
                        scopes: ("orders" | "events" | "scans" | "read" | "all")[];
                        site: string | null;
                        /** @enum {string} */
                        state: "active" | "expired" | "revoked";
                        /** Format: date-time */
                        createdAt: string;
                        expiresAt: string | null;
                        revokedAt: string | null;
                        previousUntil: string | null;
                        lastUsedAt: string | null;
                        key: string;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such site */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one of keys: its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default 24 */
                    overlapHours?: number;
                };
            };
        };
        responses: {
            /** @description The key */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        prefix: string;
                        scopes: ("orders" | "events" | "scans" | "read" | "all")[];
                        site: string | null;
                        /** @enum {string} */
                        state: "active" | "expired" | "revoked";
                        /** Format: date-time */
                        createdAt: string;
                        expiresAt: string | null;
                        revokedAt: string | null;
                        previousUntil: string | null;
                        lastUsedAt: string | null;
                        key: string;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key was revoked or has expired */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which one of keys: its id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        prefix: string;
                        scopes: ("orders" | "events" | "scans" | "read" | "all")[];
                        site: string | null;
                        /** @enum {string} */
                        state: "active" | "expired" | "revoked";
                        /** Format: date-time */
                        createdAt: string;
                        expiresAt: string | null;
                        revokedAt: string | null;
                        previousUntil: string | null;
                        lastUsedAt: string | null;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSites: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sites */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            name: string;
                            timeZone: string;
                            locale: string;
                            gln: string | null;
                            stepDueSeconds: {
                                [key: string]: number;
                            };
                            countLimitUnits: number;
                            countLimitPercent: number;
                            id: string;
                            currency: string;
                            /** Format: date-time */
                            createdAt: string;
                            people: number;
                            bins: number;
                        }[];
                        nextCursor: null;
                    };
                    "text/csv": unknown;
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSite: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id: string;
                    name: string;
                    timeZone: string;
                    locale: string;
                    /** @default null */
                    gln?: string | null;
                    currency: string;
                };
            };
        };
        responses: {
            /** @description The site */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        timeZone: string;
                        locale: string;
                        gln: string | null;
                        stepDueSeconds: {
                            [key: string]: number;
                        };
                        countLimitUnits: number;
                        countLimitPercent: number;
                        id: string;
                        currency: string;
                        /** Format: date-time */
                        createdAt: string;
                        people: number;
                        bins: number;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description There is a site of that id or GLN */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeSite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a site */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    timeZone: string;
                    locale: string;
                    gln: string | null;
                    stepDueSeconds: {
                        [key: string]: number;
                    };
                    countLimitUnits: number;
                    countLimitPercent: number;
                };
            };
        };
        responses: {
            /** @description The site */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        timeZone: string;
                        locale: string;
                        gln: string | null;
                        stepDueSeconds: {
                            [key: string]: number;
                        };
                        countLimitUnits: number;
                        countLimitPercent: number;
                        id: string;
                        currency: string;
                        /** Format: date-time */
                        createdAt: string;
                        people: number;
                        bins: number;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such site */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Another site has that GLN */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAudit: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                format?: "json" | "csv";
                site?: string;
                actor?: string;
                action?: string;
                outcome?: "allowed" | "refused";
                subject?: string;
                from?: string;
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the log */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** Format: date-time */
                            at: string;
                            actor: string;
                            name: string | null;
                            action: string;
                            /** @enum {string} */
                            outcome: "allowed" | "refused";
                            subject: string;
                            site: string | null;
                            requestId: string | null;
                            hash: string;
                        }[];
                        nextCursor: string | null;
                    };
                    "text/csv": unknown;
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotThere"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showAuditChain: {
        parameters: {
            query?: {
                entry?: string;
                hash?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The chain */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entries: number;
                        head: {
                            id: string;
                            hash: string;
                        };
                        cutAt: string | null;
                        checkedAt: string | null;
                        brokenAt: string | null;
                        isAsKept?: boolean;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkAudit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How the chain stands */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        entries: number;
                        head: {
                            id: string;
                            hash: string;
                        };
                        cutAt: string | null;
                        checkedAt: string | null;
                        brokenAt: string | null;
                        isAsKept?: boolean;
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showMailbox: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All mails */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            to: string;
                            subject: string;
                            orderNumber: string | null;
                            /** Format: date-time */
                            receivedAt: string;
                            text: string;
                            attachments: {
                                position: number;
                                name: string;
                                contentType: string;
                                path: string;
                            }[];
                        }[];
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showAttachment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of a mail */
                messageId: string;
                /** @description Which of its attachments, counted from 0 */
                position: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            /** @description No such file */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setFaults: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    email?: "ok" | "down" | "slow";
                    /** @enum {string} */
                    payment?: "ok" | "down" | "slow";
                    /** @enum {string} */
                    engine?: "running" | "stopped";
                    /** @enum {string} */
                    database?: "ok" | "down";
                };
            };
        };
        responses: {
            /** @description What was set */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        email?: "ok" | "down" | "slow";
                        /** @enum {string} */
                        payment?: "ok" | "down" | "slow";
                        /** @enum {string} */
                        engine?: "running" | "stopped";
                        /** @enum {string} */
                        database?: "ok" | "down";
                    };
                };
            };
            400: components["responses"]["NotValid"];
            401: components["responses"]["Unknown"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["OtherType"];
            429: components["responses"]["TooMuch"];
            503: components["responses"]["Away"];
            /** @description What broke (RFC 9457) */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
