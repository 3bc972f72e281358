import CZeroMQ

/// The socket types of ZeroMQ, in the notation of its manual (zmq_socket).
public enum Pattern {
    /// A publisher of messages, which cannot receive.
    public enum PUB: PublishingKind {
        public static let name = "PUB"
        public static let number = ZMQ_PUB
    }
    /// A subscriber, which receives the messages that begin with its prefixes.
    public enum SUB: SubscribingKind {
        public static let name = "SUB"
        public static let number = ZMQ_SUB
    }
    /// A publisher that also receives the subscriptions: ``Socket/receiveSubscriptions(max:)``.
    public enum XPUB: PublishingKind {
        public static let name = "XPUB"
        public static let number = ZMQ_XPUB
    }
    /// A subscriber that sends subscriptions as messages.
    public enum XSUB: SubscribingKind {
        public static let name = "XSUB"
        public static let number = ZMQ_XSUB
    }
    /// A client that alternately sends a request and receives its reply.
    public enum REQ: SendingKind, ReceivingKind {
        public static let name = "REQ"
        public static let number = ZMQ_REQ
    }
    /// A server that alternately receives a request and sends its reply.
    public enum REP: SendingKind, ReceivingKind {
        public static let name = "REP"
        public static let number = ZMQ_REP
    }
    /// A client that sends and receives in any order, and distributes its messages over its peers.
    public enum DEALER: SendingKind, ReceivingKind {
        public static let name = "DEALER"
        public static let number = ZMQ_DEALER
    }
    /// A server that addresses its peers by their identities: see ``RoutingEnvelope``.
    public enum ROUTER: SendingKind, ReceivingKind {
        public static let name = "ROUTER"
        public static let number = ZMQ_ROUTER
    }
    /// A sender that distributes its messages over its peers.
    public enum PUSH: SendingKind {
        public static let name = "PUSH"
        public static let number = ZMQ_PUSH
    }
    /// A receiver of the messages of all its peers.
    public enum PULL: ReceivingKind {
        public static let name = "PULL"
        public static let number = ZMQ_PULL
    }
    /// A socket with exactly one peer.
    public enum PAIR: SendingKind, ReceivingKind {
        public static let name = "PAIR"
        public static let number = ZMQ_PAIR
        public static let remainder = MessageRemainder.withhold
    }
}

// Short names of the sockets.

public typealias PubSocket = Socket<Pattern.PUB>
public typealias SubSocket = Socket<Pattern.SUB>
public typealias XPubSocket = Socket<Pattern.XPUB>
public typealias XSubSocket = Socket<Pattern.XSUB>
public typealias ReqSocket = Socket<Pattern.REQ>
public typealias RepSocket = Socket<Pattern.REP>
public typealias DealerSocket = Socket<Pattern.DEALER>
public typealias RouterSocket = Socket<Pattern.ROUTER>
public typealias PushSocket = Socket<Pattern.PUSH>
public typealias PullSocket = Socket<Pattern.PULL>
public typealias PairSocket = Socket<Pattern.PAIR>
