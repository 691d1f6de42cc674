namespace Afmpeg.Perf.Hosts;

/// <summary>Whether the machine runs on battery: it then saves power, by its own rules.</summary>
internal static class PowerSupply
{
    private const string Folder = "sys/class/power_supply";

    public static HostRemark Remark(HostFiles files)
    {
        const string Topic = "power";
        // A mouse has a battery, too.
        var supplies = files.Folders(Folder).Where(supply => Text(files, supply, "scope") != "Device").ToArray();
        var isDraining = supplies.Any(supply => Text(files, supply, "type") == "Battery" && Text(files, supply, "status") == "Discharging");
        var mains =
            supplies.Where(supply => Text(files, supply, "type") == "Mains").Select(supply => Text(files, supply, "online")).ToArray();
        var isUnplugged = mains.Length > 0 && mains.All(online => online == "0");
        return supplies.Length == 0 ? HostRemark.NotKnown(Topic, $"/{Folder} names no supply, as on most servers")
            : isDraining || isUnplugged ? new HostRemark(Topic, "on battery", "plug it in", IsDisturbing: true)
            : new HostRemark(Topic, "plugged in");
    }

    private static string? Text(HostFiles files, string supply, string name) =>
        files.Text($"{supply}/{name}").TryGet(out var text) ? text : null;
}
