import CZeroMQ

/// A socket type of ZeroMQ. Only the types of ``Pattern`` conform; what a type can do is which of the protocols below
/// it has, so that a SUB offers no `send` and a PUB no `receive`.
public protocol SocketKind: Sendable {
    /// As ZeroMQ writes it: `"SUB"`.
    static var name: String { get }
    /// libzmq's number for it.
    static var number: Int32 { get }
    /// What a refused frame in the middle of a message means for the rest of it.
    static var rest: RefusedRest { get }
}

/// Can be received from.
public protocol ReceivingKind: SocketKind {}
/// Can be sent to.
public protocol SendingKind: SocketKind {}
/// Drops for slow readers instead of telling: PUB and XPUB.
public protocol PublishingKind: SendingKind {}
/// Takes subscriptions: SUB and XSUB.
public protocol SubscribingKind: ReceivingKind {}

/// What becomes of a message whose later frame libzmq refused (its peer went away in between).
public enum RefusedRest: Sendable {
    /// libzmq expects the rest and throws it away; without it the next message would go the same way.
    case handOver
    /// libzmq remembers nothing: the rest would reach the next peer as a message of its own.
    case keepBack
}

extension SocketKind {
    public static var rest: RefusedRest { .handOver }
}

/// The socket types.
public enum Pattern {
    public enum PUB: PublishingKind {
        public static let name = "PUB"
        public static let number = ZMQ_PUB
    }
    public enum SUB: SubscribingKind {
        public static let name = "SUB"
        public static let number = ZMQ_SUB
    }
    public enum XPUB: PublishingKind {
        public static let name = "XPUB"
        public static let number = ZMQ_XPUB
    }
    public enum XSUB: SubscribingKind {
        public static let name = "XSUB"
        public static let number = ZMQ_XSUB
    }
    public enum REQ: SendingKind, ReceivingKind {
        public static let name = "REQ"
        public static let number = ZMQ_REQ
    }
    public enum REP: SendingKind, ReceivingKind {
        public static let name = "REP"
        public static let number = ZMQ_REP
    }
    public enum DEALER: SendingKind, ReceivingKind {
        public static let name = "DEALER"
        public static let number = ZMQ_DEALER
    }
    public enum ROUTER: SendingKind, ReceivingKind {
        public static let name = "ROUTER"
        public static let number = ZMQ_ROUTER
    }
    public enum PUSH: SendingKind {
        public static let name = "PUSH"
        public static let number = ZMQ_PUSH
    }
    public enum PULL: ReceivingKind {
        public static let name = "PULL"
        public static let number = ZMQ_PULL
    }
    public enum PAIR: SendingKind, ReceivingKind {
        public static let name = "PAIR"
        public static let number = ZMQ_PAIR
        public static let rest = RefusedRest.keepBack
    }
}

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
